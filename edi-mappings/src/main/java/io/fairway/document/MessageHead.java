package io.fairway.document;

/**
 * One message of an interchange, before its content is known.
 *
 * @param reference UNH 0062; {@code 1} in XML, where an interchange is one message
 * @param type EDIFACT: S009 joined by colons, for example {@code CUSCAR:D:95B:UN}; XML: {@code WCO-DEC}, {@code WCO-RES}, {@code MT1101}
 */
public record MessageHead(String reference, String type) {
}
