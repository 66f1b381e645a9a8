package io.fairway.edifact.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.Document;
import io.fairway.document.UnwritableDocumentException;

/**
 * CUSRES, the decision of customs: one {@link CustomsResponse} per decision in the message (most have one). Reads D.96B and D.95B.
 *
 * <p>{@link DecisionCode} says how a decision is coded. References: RFF+ABE the LRN, ABT the entry number, BM bills, AHZ the customs
 * release code, ACE the hold or examination order. The place of an examination is the coded text of {@code FTX+CUS} (4441: PRT port,
 * DST destination, BTH both). Reasons stand in {@code FTX+CUS} when they are words only, otherwise in ERP groups: RFF+LI the
 * pointer, ERC the code, {@code FTX+AAO} the words. D.95B has no place for words and pointers beside an error code: there reasons
 * are words only.
 */
final class CusresMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "CUSRES";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> new CusresReading(fields, message).read(parts);
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof CustomsResponse response)) {
            throw new UnwritableDocumentException("document", "CUSRES says customs responses only");
        }
        new CusresWriting(draft, response).write();
    }
}
