package io.fairway.command;

/** What a check of one interchange, or of all that was given, came to; the order is from good to bad. */
enum Verdict {
    CLEAN("clean", 0), FINDINGS("findings", 1), UNREADABLE("unreadable", 2);

    private final String word;
    private final int exitCode;

    Verdict(String word, int exitCode) {
        this.word = word;
        this.exitCode = exitCode;
    }

    String word() {
        return word;
    }

    int exitCode() {
        return exitCode;
    }

    Verdict orWorse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
