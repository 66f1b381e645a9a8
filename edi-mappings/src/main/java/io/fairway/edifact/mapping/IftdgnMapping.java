package io.fairway.edifact.mapping;

import io.fairway.document.DangerousGoodsDeclaration;
import io.fairway.document.Document;
import io.fairway.document.UnwritableDocumentException;

/**
 * IFTDGN, the dangerous goods notification (all directories since D.98B): {@link DangerousGoodsDeclaration}, one part per consignment
 * (CNI), each with the containers that hold its goods.
 */
final class IftdgnMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "IFTDGN";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> new IftdgnReading(fields, message).read(parts);
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof DangerousGoodsDeclaration declaration)) {
            throw new UnwritableDocumentException("document", "IFTDGN says dangerous goods declarations only");
        }
        new IftdgnWriting(draft).write(declaration);
    }
}
