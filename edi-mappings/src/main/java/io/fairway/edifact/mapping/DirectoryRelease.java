package io.fairway.edifact.mapping;

/** The UN directories that are written here, oldest first. */
enum DirectoryRelease {
    D95B("95B"), D96B("96B"), D98B("98B"), D99A("99A"), D99B("99B"), D00B("00B"), D02B("02B"), D03A("03A"), D03B("03B"), D04A("04A"),
    D05B("05B"), D11A("11A"), D12B("12B"), D13B("13B"), D16A("16A");

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
