package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.BookingConfirmation;
import io.fairway.document.BookingConfirmation.Answer;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Shipment;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.RefusedValueException;
import java.time.Instant;
import java.util.Optional;

/** IFTMBC, the booking confirmation (all directories since D.95B): one {@link BookingConfirmation}; the answer stands in BGM 4343. */
final class IftmbcMapping implements MessageMapping {

    @Override
    public String messageType() {
        return "IFTMBC";
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
        DocumentFunction function = Functions.read(fields, bgm);
        Answer answer = fields.optional("answer", bgm, 4, 1, IftmbcMapping::answer).orElse(Answer.ACCEPTED);
        Optional<Instant> issuedAt = fields.issued("issuedAt", message.find("DTM", "137"));
        Optional<Shipment> shipment = new ShipmentReading(fields, message).read();
        if (fields.gaps() == gaps) {
            parts.part(new BookingConfirmation(reference.orElseThrow(), function, answer, issuedAt.orElseThrow(), shipment.orElseThrow()),
                    fields.lineage(message));
        }
    }

    private static Answer answer(String code) {
        return switch (code) {
            case "AP", "AC" -> Answer.ACCEPTED;
            case "CA" -> Answer.CONDITIONALLY_ACCEPTED;
            case "RE" -> Answer.REJECTED;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "AP accepted, CA conditionally accepted or RE rejected");
        };
    }

    @Override
    public void write(Document document, MessageDraft draft) {
        if (!(document instanceof BookingConfirmation booking)) {
            throw new UnwritableDocumentException("document", "IFTMBC says booking confirmations only");
        }
        String answer = switch (booking.answer()) {
            case ACCEPTED -> "AP";
            case CONDITIONALLY_ACCEPTED -> "CA";
            case REJECTED -> "RE";
        };
        draft.segment("BGM", e("770"), e(MessageDraft.mandatory("reference", booking.reference(), 35)),
                e(Functions.code(booking.function())), e(answer));
        draft.time("137", booking.issuedAt());
        var shipment = new ShipmentWriting(draft, booking.shipment(), ShipmentWriting.Terms.AS_BOOKED);
        shipment.header("BN", booking.shipment().bookingNumber());
        shipment.carriage();
        shipment.carrier();
        shipment.consignor();
        shipment.consignee();
        shipment.cargo();
    }
}
