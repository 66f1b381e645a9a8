package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.Money;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads WCO responses, each as one part; the first one's reference is the interchange's. */
final class WcoResponseReading {
    private final XmlSession session;
    private boolean started;

    WcoResponseReading(XmlSession session) {
        this.session = session;
    }

    /** @param whole the heading of the envelope (with the first response) and one {@code Response} */
    void read(XmlElement whole) {
        FieldReader fields = FieldReader.of(whole, "", session::finding);
        Environment environment = WcoEnvelope.read(fields);
        Optional<FieldReader> response = fields.child("Response", "");
        if (response.isEmpty()) {
            session.finding(XmlContentRule.XML_BODY_MISSING, whole.place(), "");
            return;
        }
        start(response.get().marker("FunctionalReferenceID"), environment);
        Optional<CustomsResponse> read = responseOf(response.get());
        if (read.isPresent() && started) {
            session.part(read.get(), fields.lineage());
        } else {
            session.incomplete();
        }
    }

    private void start(String reference, Environment environment) {
        if (!started && !reference.isEmpty()) {
            started = true;
            session.startInterchange(new Envelope(Syntax.XML, reference, "", "", environment, 0));
            session.startMessage(XmlDialects.WCO_RES);
        }
    }

    private Optional<CustomsResponse> responseOf(FieldReader fields) {
        Optional<String> reference = fields.required("reference", "FunctionalReferenceID", Function.identity());
        Optional<Instant> decidedAt = fields.required("decidedAt", "IssueDateTime/DateTimeString",
                XmlValues.zonedTime(session.profile().zone()));
        fields.marker("IssueDateTime/DateTimeString/@formatCode");
        Optional<Decision> decision = decision(fields);
        Optional<LocalReferenceNumber> lrn = fields.value("lrn", "Declaration/FunctionalReferenceID", LocalReferenceNumber::new);
        Optional<EntryNumber> entry = fields.value("entryNumber", "Declaration/ID", EntryNumber::new);
        List<BillNumber> bills = statements(fields, WcoStatement.BILL, "bills", BillNumber::new);
        List<ContainerNumber> containers = statements(fields, WcoStatement.CONTAINER, "containers", ContainerNumber::new);
        String hold = WcoStatement.HOLD.read(fields, "holdId", Function.identity()).orElse("");
        String release = WcoStatement.RELEASE.read(fields, "releaseNumber", Function.identity()).orElse("");
        Optional<ExaminationPlace> place = WcoStatement.PLACE.read(fields, "place", WcoResponseReading::placeOf);
        List<Money> duties = duties(fields);
        List<Reason> reasons = reasons(fields);
        if (lrn.isEmpty() && entry.isEmpty() && bills.isEmpty()) {
            fields.missing("Declaration/FunctionalReferenceID", "lrn");
        }
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        return Optional.of(new CustomsResponse(reference.orElseThrow(), decision.orElseThrow(), decidedAt.orElseThrow(), lrn, entry,
                bills, containers, hold, release, place, duties, reasons));
    }

    private static Optional<Decision> decision(FieldReader fields) {
        String function = fields.peek("FunctionCode");
        for (FieldReader status : fields.each("Status")) {
            Optional<WcoDecision> known = WcoDecision.of(function, status.peek("NameCode"));
            if (known.isPresent()) {
                status.marker("NameCode");
                return fields.required("decision", "FunctionCode", code -> known.get().decision());
            }
        }
        return fields.required("decision", "FunctionCode", code -> WcoDecision.of(code).map(WcoDecision::decision)
                .orElseThrow(() -> new RefusedValueException("DECISION_UNKNOWN", code,
                        "function 01 to 03, 05 to 10, 11 with status 39 or 41, 13 to 17 or 50 to 52")));
    }

    private static ExaminationPlace placeOf(String value) {
        for (ExaminationPlace place : ExaminationPlace.values()) {
            if (place.name().equals(value)) {
                return place;
            }
        }
        throw new RefusedValueException("CODE_UNKNOWN", value, "PORT, DESTINATION or BOTH");
    }

    private static <T> List<T> statements(FieldReader fields, WcoStatement statement, String member, Function<String, T> wrap) {
        List<T> values = new ArrayList<>();
        for (FieldReader each : fields.each("AdditionalInformation")) {
            if (each.peek("StatementCode").equals(statement.code())) {
                each.marker("StatementCode");
                each.required(member + "[" + values.size() + "]", "StatementDescription", wrap).ifPresent(values::add);
            }
        }
        return values;
    }

    /** Duties of the declaration as a whole, or else those of its items. */
    private static List<Money> duties(FieldReader fields) {
        List<Money> duties = fields.child("Declaration", "").map(declaration -> amounts(declaration, 0)).orElse(List.of());
        if (!duties.isEmpty()) {
            return duties;
        }
        List<Money> ofItems = new ArrayList<>();
        fields.child("Declaration/GoodsShipment", "").ifPresent(shipment ->
                shipment.each("GovernmentAgencyGoodsItem").forEach(item -> item.child("Commodity", "")
                        .ifPresent(commodity -> ofItems.addAll(amounts(commodity, ofItems.size())))));
        return ofItems;
    }

    private static List<Money> amounts(FieldReader parent, int before) {
        List<Money> amounts = new ArrayList<>();
        for (FieldReader duty : parent.each("DutyTaxFee")) {
            String path = "Payment/" + (duty.peek("Payment/TaxAssessedAmount").isEmpty() ? "PaymentAmount" : "TaxAssessedAmount");
            WcoMoney.read(duty, "duties[" + (before + amounts.size()) + "]", path).ifPresent(amounts::add);
        }
        return amounts;
    }

    private static List<Reason> reasons(FieldReader fields) {
        List<Reason> reasons = new ArrayList<>();
        for (FieldReader error : fields.each("Error")) {
            reasons.add(WcoReason.readError(error.as("reasons[" + reasons.size() + "]")));
        }
        for (FieldReader statement : fields.each("AdditionalInformation")) {
            if (!WcoStatement.isValueOfResponse(statement.peek("StatementCode"))) {
                reasons.add(WcoReason.readStatement(statement.as("reasons[" + reasons.size() + "]")));
            }
        }
        return reasons;
    }
}
