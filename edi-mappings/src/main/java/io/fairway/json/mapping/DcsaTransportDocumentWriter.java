package io.fairway.json.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.Shipment;
import io.fairway.document.TransportDocument;
import io.fairway.document.TransportDocument.Kind;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.UnLocode;
import io.fairway.json.JsonOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Writes a bill of lading or sea waybill as DCSA's transport document (eBL 3.0). {@link DcsaNames} says how values are written that
 * the schema demands and the document does not say. Weights of containers, verified masses and fullness have no place in it and are
 * not carried; a house bill is none of its kinds.
 */
public final class DcsaTransportDocumentWriter implements DocumentWriter {
    /** Name of the form. */
    public static final String FORM = "DCSA-EBL-3";

    private static final int BILL = 20;
    private static final int CARRIER = 4;

    @Override
    public String dialect() {
        return FORM;
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof TransportDocument bill)) {
            throw new UnwritableDocumentException("", "DCSA's transport document says a transport document only");
        }
        if (bill.function() != DocumentFunction.ORIGINAL || bill.kind() == Kind.HOUSE_BILL_OF_LADING) {
            throw new UnwritableDocumentException("kind", "DCSA's form is the carrier's bill as issued");
        }
        if (bill.bill().value().length() > BILL) {
            throw new UnwritableDocumentException("bill", "the form has room for " + BILL + " characters");
        }
        return JsonOutput.of(json -> {
            json.writeStartObject();
            writeHead(json, bill, envelope.zone());
            writeTransports(json, bill.shipment(), envelope.zone());
            new DcsaShipmentWriting(json, bill.shipment()).write();
            json.writeEndObject();
        });
    }

    private static void writeHead(JsonGenerator json, TransportDocument bill, ZoneId zone) throws IOException {
        Shipment shipment = bill.shipment();
        json.writeStringField(DcsaForm.REFERENCE, bill.bill().value());
        json.writeStringField("transportDocumentStatus", "ISSUED");
        json.writeStringField(DcsaForm.TYPE, bill.kind() == Kind.SEA_WAYBILL ? "SWB" : "BOL");
        json.writeBooleanField("isShippedOnBoardType", shipment.clauses().stream().anyMatch(clause -> clause.toUpperCase(Locale.ROOT).contains("ON BOARD")));
        if (shipment.freightTerms().isPresent()) {
            json.writeStringField("freightPaymentTermCode", DcsaNames.code(shipment.freightTerms().get()));
        }
        json.writeBooleanField("isElectronic", false);
        json.writeBooleanField("isToOrder", bill.kind() != Kind.SEA_WAYBILL && shipment.parties().consignee()
                .map(party -> party.name().toUpperCase(Locale.ROOT).contains("ORDER")).orElse(true));
        if (bill.originals().isPresent()) {
            json.writeNumberField("numberOfOriginalsWithCharges", bill.originals().get());
        }
        json.writeStringField("termsAndConditions", DcsaNames.NOT_STATED);
        json.writeStringField("receiptTypeAtOrigin", DcsaNames.receipt(shipment.serviceCode()));
        json.writeStringField("deliveryTypeAtDestination", DcsaNames.delivery(shipment.serviceCode()));
        json.writeStringField("cargoMovementTypeAtOrigin", "FCL");
        json.writeStringField("cargoMovementTypeAtDestination", "FCL");
        json.writeStringField("issueDate", bill.issuedOn().orElse(LocalDate.ofInstant(bill.issuedAt(), zone)).toString());
        json.writeStringField("carrierCode", carrierCode(shipment));
        json.writeStringField("carrierCodeListProvider", "NMFTA");
        texts(json, "carrierClauses", shipment.clauses());
    }

    private static String carrierCode(Shipment shipment) {
        String code = shipment.parties().carrier().code();
        if (code.isBlank() || code.length() > CARRIER) {
            throw new UnwritableDocumentException("shipment.parties.carrier.code", "the form has a carrier code of at most four characters");
        }
        return code;
    }

    private static void writeTransports(JsonGenerator json, Shipment shipment, ZoneId zone) throws IOException {
        Shipment.Route route = shipment.route();
        json.writeObjectFieldStart("transports");
        json.writeStringField("plannedArrivalDate", LocalDate.ofInstant(route.arrival().orElseThrow(() -> missing("arrival")), zone).toString());
        json.writeStringField("plannedDepartureDate", LocalDate.ofInstant(route.departure().orElseThrow(() -> missing("departure")), zone).toString());
        if (route.placeOfReceipt().isPresent()) {
            place(json, "placeOfReceipt", route.placeOfReceipt().get());
        }
        place(json, "portOfLoading", route.portOfLoading());
        place(json, "portOfDischarge", route.portOfDischarge());
        if (route.placeOfDelivery().isPresent()) {
            place(json, "placeOfDelivery", route.placeOfDelivery().get());
        }
        json.writeArrayFieldStart("vesselVoyages");
        var voyage = shipment.voyage().orElseThrow(() -> new UnwritableDocumentException("shipment.voyage", "the form names ship and voyage"));
        json.writeStartObject();
        json.writeStringField("vesselName", DcsaShip.written(voyage));
        json.writeStringField("carrierExportVoyageNumber", voyage.number().value());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static UnwritableDocumentException missing(String day) {
        return new UnwritableDocumentException("shipment.route." + day, "the form names the days of departure and arrival");
    }

    static void place(JsonGenerator json, String member, UnLocode code) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField("UNLocationCode", code.value());
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String member, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(member);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }
}
