package io.fairway.edifact.mapping;

import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.Document;
import io.fairway.document.UnwritableDocumentException;

/**
 * COREOR, the container release order (D.00B and D.95B): one {@link ContainerReleaseOrder} per bill, and per release reference,
 * validity and remark where those differ between the containers of one bill. Values of a container stand above those of the header.
 */
final class CoreorMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "COREOR";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> new CoreorReading(fields, message).read(parts);
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ContainerReleaseOrder order)) {
            throw new UnwritableDocumentException("document", "COREOR says container release orders only");
        }
        new CoreorWriting(draft).write(order);
    }
}
