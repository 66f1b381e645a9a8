package io.fairway.json.mapping;

import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.MessageHead;
import io.fairway.document.TransportDocument;
import io.fairway.document.TransportDocument.Kind;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.json.JsonElement.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The transport document of DCSA (eBL 3.0), a bill of lading or sea waybill. It has no envelope: its reference is the number of the
 * bill, with the sub-reference where there is one, its sender the carrier's code. The time of issue is the beginning of the day.
 */
final class DcsaForm implements JsonForm {
    static final String REFERENCE = "transportDocumentReference";
    static final String TYPE = "transportDocumentTypeCode";

    @Override
    public boolean isFormOf(JsonObject whole) {
        return whole.member(REFERENCE).isPresent() && whole.member(TYPE).isPresent();
    }

    @Override
    public void read(JsonObject whole, JsonSession session) {
        String version = whole.text("transportDocumentSubReference");
        String reference = whole.text(REFERENCE) + (version.isEmpty() ? "" : "/" + version);
        session.startInterchange(new Envelope(Syntax.JSON, reference, whole.text("carrierCode"), "", Environment.LIVE, 0));
        MessageHead head = session.startMessage("DCSA:TransportDocument");
        JsonFields fields = JsonFields.of(whole, session::finding);
        Optional<TransportDocument> document = documentOf(fields, session);
        if (document.isPresent()) {
            session.part(document.get(), fields.lineage());
        } else {
            session.incomplete();
        }
        session.endMessage(head);
        session.end();
    }

    private static Optional<TransportDocument> documentOf(JsonFields fields, JsonSession session) {
        fields.marker("transportDocumentStatus");
        Optional<BillNumber> bill = fields.required("bill", REFERENCE, BillNumber::new);
        Optional<Kind> kind = fields.required("kind", TYPE, DcsaForm::kindOf);
        Optional<LocalDate> issuedOn = fields.required("issuedOn", "issueDate", DcsaForm::day);
        Optional<Integer> originals = fields.value("originals", "numberOfOriginalsWithCharges", DcsaForm::count)
                .or(() -> fields.value("originals", "numberOfOriginalsWithoutCharges", DcsaForm::count));
        var shipment = new DcsaShipmentReading(fields, session.profile().zone()).read();
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        LocalDate day = issuedOn.orElseThrow();
        return shipment.map(read -> new TransportDocument(bill.orElseThrow(), DocumentFunction.ORIGINAL, kind.orElseThrow(),
                day.atStartOfDay(session.profile().zone()).toInstant(), Optional.of(day), originals, read));
    }

    private static Kind kindOf(String code) {
        return switch (code) {
            case "BOL" -> Kind.BILL_OF_LADING;
            case "SWB" -> Kind.SEA_WAYBILL;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "BOL or SWB");
        };
    }

    static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new RefusedValueException("DATE_IMPOSSIBLE", value, "a day as 2026-02-05");
        }
    }

    static int count(String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new RefusedValueException("NUMBER_FORM", value, "a whole number");
        }
        return Integer.parseInt(value);
    }
}
