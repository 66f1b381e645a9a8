package io.fairway.command;

/** The command was called in a way that makes no sense. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String usage;

    UsageException(String problem, String usage) {
        super(problem);
        this.usage = usage;
    }

    String usage() {
        return usage;
    }
}
