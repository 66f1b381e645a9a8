package io.fairway.edifact;

/**
 * Hears the segments of one message in input order, with the groups of the directory around them. A group is named by its trigger
 * segment, so that a mapping works over directories that number their groups differently. UNH and UNT are not handed over.
 * A segment that the directory does not know at its place is handed over in the group that is open (there is a finding).
 */
public interface SegmentHandler {

    /** Hears nothing: for a message that is only to be checked. */
    SegmentHandler NONE = new SegmentHandler() {
        @Override
        public void groupStarted(String trigger, int depth) {
            // only the findings are wanted
        }

        @Override
        public void segment(Segment segment) {
            // only the findings are wanted
        }

        @Override
        public void groupEnded(String trigger, int depth) {
            // only the findings are wanted
        }
    };

    /**
     * A repetition of a group begins; its trigger segment follows (or, when the sender left it out, another one of the group).
     * {@code depth} is 1 for groups of the message itself.
     */
    void groupStarted(String trigger, int depth);

    void segment(Segment segment);

    void groupEnded(String trigger, int depth);
}
