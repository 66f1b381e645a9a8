package io.fairway.edifact.mapping;

/** Where containers were moved, and the codes that follow from it. */
enum MovementKind {
    /** CODECO. */
    GATE("7", "CF"),
    /** COARRI. */
    QUAY("203", "CA");

    private final String time;
    private final String operator;

    MovementKind(String time, String operator) {
        this.time = time;
        this.operator = operator;
    }

    /** DTM 2005 of the time of the move. */
    String time() {
        return time;
    }

    /** NAD 3035 of the container operator or carrier. */
    String operator() {
        return operator;
    }
}
