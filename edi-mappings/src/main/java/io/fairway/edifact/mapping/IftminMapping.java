package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Shipment;
import io.fairway.document.ShippingInstruction;
import io.fairway.document.UnwritableDocumentException;
import java.time.Instant;
import java.util.Optional;

/**
 * IFTMIN, the instruction (all directories since D.95B): one {@link ShippingInstruction}. BGM 340 is the shipping instruction; 610 and
 * others that forwarders send mean the same here.
 */
final class IftminMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "IFTMIN";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        bgm.text(1, 1);
        Optional<String> reference = fields.reference(bgm);
        Source repeated = message.find("RFF", "SI");
        if (repeated.holds(1, 2, reference.orElse(""))) {
            repeated.text(1, 2);
        }
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Optional<Shipment> shipment = new ShipmentReading(fields, message).read();
        if (fields.gaps() == gaps) {
            parts.part(new ShippingInstruction(reference.orElseThrow(), function, issuedAt.orElseThrow(), shipment.orElseThrow()),
                    fields.lineage(message));
        }
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof ShippingInstruction instruction)) {
            throw new UnwritableDocumentException("document", "IFTMIN says shipping instructions only");
        }
        draft.beginning("340", "reference", instruction.reference(), Functions.code(instruction.function()));
        draft.time("137", instruction.issuedAt());
        var shipment = new ShipmentWriting(draft, instruction.shipment(), ShipmentWriting.Terms.IN_FULL);
        shipment.header("SI", instruction.reference());
        shipment.carriage();
        shipment.carrier();
        shipment.consignor();
        shipment.consignee();
        shipment.cargo();
    }
}
