package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.Manifest;
import io.fairway.document.UnwritableDocumentException;

/**
 * CUSCAR, the cargo report: {@link Manifest}, one part per consignment (CNI and the reference that opens its details). Reads D.95B,
 * D.96B and D.16A, which differ in their groups, in GIS or GEI, and in whether the house bill is told (RFF+BH).
 */
final class CuscarMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "CUSCAR";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return new CuscarReading(fields, parts);
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof Manifest manifest)) {
            throw new UnwritableDocumentException("document", "CUSCAR says manifests only");
        }
        new CuscarWriting(draft).write(manifest);
    }
}
