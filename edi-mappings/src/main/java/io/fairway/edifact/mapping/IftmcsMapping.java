package io.fairway.edifact.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Shipment;
import io.fairway.document.TransportDocument;
import io.fairway.document.TransportDocument.Kind;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.RefusedValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * IFTMCS, the instruction contract status (all directories since D.95B): one {@link TransportDocument}, a bill of lading or waybill as
 * the carrier issued it. The number is that of BGM, or RFF+BM where BGM has another one.
 */
final class IftmcsMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "IFTMCS";
    }

    @Override
    public MessageReading open(FieldReader fields, PartSink parts) {
        return message -> read(fields, message, parts);
    }

    private static void read(FieldReader fields, KeptGroup message, PartSink parts) {
        int gaps = fields.gaps();
        Source bgm = message.find("BGM");
        Optional<Kind> kind = fields.requiredCoded("kind", bgm, 1, 1, IftmcsMapping::kind);
        Source reference = message.find("RFF", "BM");
        Optional<BillNumber> bill = reference.isPresent() ? fields.required("bill", reference, 1, 2, BillNumber::new)
                : fields.required("bill", bgm, 2, 1, BillNumber::new);
        if (bgm.holds(2, 1, bill.map(BillNumber::value).orElse(""))) {
            bgm.text(2, 1);
        }
        DocumentFunction function = Functions.read(fields, bgm);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Optional<LocalDate> issuedOn = fields.date("issuedOn", message.find("DTM", "95"));
        Optional<Integer> originals = fields.count("originals", message.groupOrEmpty("NAD", "CZ").find("DOC", "706", "705", "704"), 5, 1);
        Optional<Shipment> shipment = new ShipmentReading(fields, message).read();
        if (fields.gaps() == gaps) {
            parts.part(new TransportDocument(bill.orElseThrow(), function, kind.orElseThrow(), issuedAt.orElseThrow(), issuedOn, originals,
                    shipment.orElseThrow()), fields.lineage(message));
        }
    }

    private static Kind kind(String code) {
        return switch (code) {
            case "705" -> Kind.BILL_OF_LADING;
            case "706" -> Kind.ORIGINAL_BILL_OF_LADING;
            case "704" -> Kind.MASTER_BILL_OF_LADING;
            case "714" -> Kind.HOUSE_BILL_OF_LADING;
            case "710" -> Kind.SEA_WAYBILL;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code,
                    "704, 705, 706 or 714 bill of lading, or 710 sea waybill");
        };
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof TransportDocument transport)) {
            throw new UnwritableDocumentException("document", "IFTMCS says transport documents only");
        }
        String code = switch (transport.kind()) {
            case BILL_OF_LADING -> "705";
            case ORIGINAL_BILL_OF_LADING -> "706";
            case MASTER_BILL_OF_LADING -> "704";
            case HOUSE_BILL_OF_LADING -> "714";
            case SEA_WAYBILL -> "710";
        };
        draft.beginning(code, "bill", transport.bill().value(), Functions.code(transport.function()));
        draft.time("137", transport.issuedAt());
        transport.issuedOn().ifPresent(day -> draft.date("95", day));
        var shipment = new ShipmentWriting(draft, transport.shipment(), ShipmentWriting.Terms.IN_FULL);
        shipment.header("BM", transport.bill().value());
        shipment.carriage();
        shipment.carrier();
        shipment.consignor();
        shipment.originals(transport.originals());
        shipment.consignee();
        shipment.cargo();
    }
}
