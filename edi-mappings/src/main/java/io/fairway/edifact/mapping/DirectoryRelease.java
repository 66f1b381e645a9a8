package io.fairway.edifact.mapping;

/** The UN directories that are written here, oldest first. */
enum DirectoryRelease {
    D95B("95B"), D96B("96B"), D00B("00B"), D16A("16A");

    private final String release;

    DirectoryRelease(String release) {
        this.release = release;
    }

    /** UNH S009 0054. */
    String release() {
        return release;
    }

    boolean before(DirectoryRelease other) {
        return compareTo(other) < 0;
    }
}
