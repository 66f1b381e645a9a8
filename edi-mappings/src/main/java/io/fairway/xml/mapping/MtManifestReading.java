package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Manifest;
import io.fairway.document.Party;
import io.fairway.document.Voyage;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an original or a pre-loading manifest: the header once, then one part per consignment. A pre-loading manifest that does not
 * say where the ship goes goes, for each consignment, where that is discharged.
 */
final class MtManifestReading extends MtSubjects {
    private static final String SHIP = "BorderTransportMeans";

    private final MtType type;
    private final Optional<Header> header;

    private record Header(String reference, DocumentFunction function, Instant issuedAt, Voyage voyage, Party carrier, Optional<Party> agent,
                          Optional<UnLocode> departure, Optional<UnLocode> arrival, String office, Optional<Instant> departedAt,
                          Optional<Instant> estimatedArrival) {
    }

    private MtManifestReading(MtType type, FieldReader heading, Optional<Header> header, XmlSession session) {
        super(heading, session);
        this.type = type;
        this.header = header;
    }

    static MtManifestReading of(MtType type, XmlElement heading, XmlSession session) {
        FieldReader fields = FieldReader.of(heading, "", session::finding);
        Optional<Header> header = headerOf(type, fields, session);
        return new MtManifestReading(type, fields, header, session);
    }

    @Override
    String pathOfSubject() {
        return "consignments[0]";
    }

    @Override
    Optional<Document> documentOf(FieldReader consignment) {
        return MtConsignmentReading.read(consignment, type).flatMap(read -> header.map(shared ->
                new Manifest(shared.reference, shared.function, shared.issuedAt, shared.voyage, shared.carrier,
                        shared.agent, shared.departure, shared.arrival.orElse(read.portOfDischarge()), shared.office,
                        shared.departedAt, shared.estimatedArrival, List.of(read))));
    }

    private static Optional<Header> headerOf(MtType type, FieldReader fields, XmlSession session) {
        Function<String, Instant> time = XmlValues.localTime(session.profile().zone());
        List.of("Head/MessageType", "Head/SenderID", "Head/ReceiverID", "Head/Version").forEach(fields::marker);
        Optional<String> reference = fields.required("reference", "Head/MessageID", MtForm::documentNumber);
        Optional<DocumentFunction> function = fields.required("function", "Head/FunctionCode", MtManifestReading::functionOf);
        Optional<Instant> issuedAt = fields.required("issuedAt", "Head/SendTime", time);
        Optional<ShipId> ship = fields.required("voyage.ship", SHIP + "/ID", MtShip::of);
        Optional<VoyageNumber> number = fields.required("voyage.number", SHIP + "/JourneyID", VoyageNumber::new);
        Optional<Party> carrier = MtParty.required(fields, "Carrier", "carrier");
        String arrivalPath = fields.marker(SHIP + "/FirstArrivalLocationID").isEmpty() ? "UnloadingLocation/ID" : SHIP + "/FirstArrivalLocationID";
        Optional<UnLocode> arrival = type == MtType.MT1101 ? fields.required("portOfArrival", arrivalPath, MtPlace::port)
                : fields.value("portOfArrival", arrivalPath, MtPlace::port);
        Optional<UnLocode> departure = fields.value("portOfDeparture", "ExitCustomsOffice/ID", MtPlace::port);
        Optional<Instant> departedAt = fields.value("departedAt", SHIP + "/DepartureDateTime", time);
        Optional<Instant> estimatedArrival = fields.value("estimatedArrival", SHIP + "/ArrivalDateTime", time);
        Optional<Party> agent = MtParty.read(fields, "Agent", "agent");
        String shipName = fields.text("voyage.shipName", SHIP + "/Name");
        String office = officeOf(fields, type == MtType.MT1101 ? arrivalPath : "ExitCustomsOffice/ID");
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        String carrierCode = Optional.of(fields.text("voyage.carrierCode", SHIP + "/@CarrierID")).filter(code -> !code.isEmpty())
                .orElseGet(() -> fields.text("voyage.carrierCode", "Carrier/ID"));
        var voyage = new Voyage(ship.orElseThrow(), shipName, number.orElseThrow(), carrierCode);
        return Optional.of(new Header(reference.orElseThrow(), function.orElseThrow(), issuedAt.orElseThrow(), voyage,
                carrier.orElseThrow(), agent, departure, arrival, office, departedAt, estimatedArrival));
    }

    private static String officeOf(FieldReader fields, String arrivalPath) {
        String said = fields.text("customsOffice", "DeclarationOfficeID");
        return said.isEmpty() ? MtPlace.readOffice(fields, arrivalPath, "customsOffice") : said;
    }

    static DocumentFunction functionOf(String code) {
        return switch (code) {
            case "9", "2" -> DocumentFunction.ORIGINAL;
            case "5" -> DocumentFunction.CHANGE;
            case "3" -> DocumentFunction.DELETE;
            default -> throw new RefusedValueException("CODE_UNKNOWN", code, "function 9 original, 2 add, 5 change or 3 delete");
        };
    }
}
