package io.fairway.document;

/**
 * What the envelope of an interchange says (UNB; Head or MetaData in XML).
 *
 * @param reference interchange control reference (UNB 0020), or its XML counterpart; the duplicate key per sender
 * @param sender UNB 0004 or its counterpart; not yet compared with who really sent it
 * @param recipient UNB 0010 or its counterpart
 * @param offset byte offset of the envelope in the transmission
 */
public record Envelope(Syntax syntax, String reference, String sender, String recipient, Environment environment, long offset) {

    /** The notation the interchange is written in. */
    public enum Syntax {
        EDIFACT, XML, JSON
    }

    /** Test and live never meet (UNB 0035). */
    public enum Environment {
        LIVE, TEST
    }
}
