package io.fairway.document;

/** Writes documents in one dialect, strictly to its standard. Stateless and thread-safe; the same input gives the same bytes. */
public interface DocumentWriter {

    /** Name of the dialect, for example {@code CUSRES:D:96B:UN}, {@code WCO-DEC}, {@code MT1101}. */
    String dialect();

    /** Media type of what is written, for example {@code application/edifact}. */
    String mediaType();

    /**
     * @return one whole interchange
     * @throws UnwritableDocumentException when the dialect cannot say what the document says (missing mandatory value, character
     *         outside the charset); nothing is ever replaced silently
     */
    byte[] write(Document document, OutboundEnvelope envelope);
}
