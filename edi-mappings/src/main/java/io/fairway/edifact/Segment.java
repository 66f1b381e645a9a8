package io.fairway.edifact;

import java.util.List;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;

/**
 * One segment as it stands in the input: a view that is valid only during the call it is handed to. Elements count from 1 after
 * the tag, components from 1, as in the directory. Absent values are empty, never null; release characters are already resolved.
 */
public interface Segment {

    String tag();

    /** Position in the message, UNH = 1. */
    int position();

    int elements();

    int components(int element);

    /** The value, decoded; empty when absent. Marks the component as used. */
    String text(int element, int component);

    /** The first component of the element. */
    default String text(int element) {
        return text(element, 1);
    }

    /** Where the component stands; element and component 0 mean the whole. */
    Place place(int element, int component);

    /** Where the component begins, in bytes from the begin of the segment; the component is there. */
    int within(int element, int component);

    /** Whether it may go over several lines, so that a place in it is more than so many bytes behind its begin. */
    boolean isWrapped();

    /** The components that hold a value nobody has asked for by {@code text}, in order. */
    List<Unused> unused();
}
