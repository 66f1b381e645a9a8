package io.fairway.edifact;

/**
 * Hears the segments of one message in input order, with the groups of the directory around them. A group is named by its trigger
 * segment, so that a mapping works over directories that number their groups differently. UNH and UNT are not handed over.
 */
public interface SegmentHandler {

    /** A repetition of a group begins; its trigger segment follows. {@code depth} is 1 for groups of the message itself. */
    void groupStarted(String trigger, int depth);

    void segment(Segment segment);

    void groupEnded(String trigger, int depth);
}
