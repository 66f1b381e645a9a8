package io.fairway.document.finding;

/**
 * Where a value stands in what was received.
 *
 * @param message reference of the message (UNH 0062); empty outside a message and in XML
 * @param segment EDIFACT segment tag, or the path of the XML element
 * @param segmentPosition segments counted from UNH = 1; 0 when unknown or not in a message
 * @param element elements after the tag counted from 1; 0 when the whole segment is meant
 * @param component components counted from 1; 0 when the whole element is meant
 * @param offset byte offset in the input, from 0; -1 when unknown
 * @param line line in the input, from 1; 0 when unknown
 * @param column column (bytes) in that line, from 1; 0 when unknown
 */
public record Place(String message, String segment, int segmentPosition, int element, int component,
                    long offset, int line, int column) {

    /** The input as a whole. */
    public static final Place NOWHERE = new Place("", "", 0, 0, 0, -1, 0, 0);
}
