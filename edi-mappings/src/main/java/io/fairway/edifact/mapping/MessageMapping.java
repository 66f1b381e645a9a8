package io.fairway.edifact.mapping;

import io.fairway.document.Document;

/** One message type, both directions, over the directories it is met in. Stateless and thread-safe. */
interface MessageMapping {

    /** UNH S009 0065, for example {@code CUSCAR}. */
    String messageType();

    /** Begins the reading of one message. */
    MessageReading open(FieldReader fields, PartSink parts);

    /**
     * Writes one document.
     *
     * @throws io.fairway.document.UnwritableDocumentException when the message type cannot say what the document says
     */
    void write(Document document, MessageDraft draft);
}
