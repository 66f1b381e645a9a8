package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.UnwritableDocumentException;

/**
 * CUSDEC, the goods declaration (D.96B): one {@link GoodsDeclaration} per message.
 *
 * <p>An amendment has BGM 1225 code 4 or 5 and its version in 1056; an absent version is the first. The digest of an uploaded
 * document, which no element of DOC can hold, stands in {@code FTX+DOC}: the ordinal of the DOC segment it belongs to,
 * {@code SHA-256}, and 64 hexadecimal digits in capitals, each a line of its own. Amounts of items without a currency are in the
 * invoice currency (CUX 6343 code 4).
 */
final class CusdecMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "CUSDEC";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> new CusdecReading(fields, message).read()
                .ifPresent(declaration -> parts.part(declaration, fields.lineage(message)));
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof GoodsDeclaration declaration)) {
            throw new UnwritableDocumentException("document", "CUSDEC says goods declarations only");
        }
        new CusdecWriting(draft).write(declaration);
    }
}
