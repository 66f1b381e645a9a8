package io.fairway.xml.mapping;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContainerSeal;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an arrival report (MT3101: the gate let the containers in) or a tally report (MT5101: discharged, MT5102: loaded) as one
 * part. Consignments and containers stand side by side: a container belongs to the bill it names, or else to the only one there is.
 * When a container was moved is said by itself, or else by the arrival at the site (MT3101) or the end of the work (tally).
 */
final class MtMovementReading implements MtBody {
    private static final String SHIP = "BorderTransportMeans";
    private static final int PORT_LENGTH = 5;

    private final Movement movement;
    private final XmlSession session;
    private final XmlElement heading;
    private final List<XmlElement> parts;

    private MtMovementReading(Movement movement, XmlElement heading, XmlSession session) {
        this.movement = movement;
        this.session = session;
        this.heading = heading;
        this.parts = new ArrayList<>(heading.children());
    }

    static MtMovementReading of(Movement movement, XmlElement heading, XmlSession session) {
        return new MtMovementReading(movement, heading, session);
    }

    @Override
    public void subject(XmlElement consignment) {
        parts.add(consignment);
    }

    @Override
    public void trailing(XmlElement behind) {
        parts.add(behind);
    }

    @Override
    public void end() {
        FieldReader fields = FieldReader.of(XmlElement.holding(parts, heading.place()), "", session::finding);
        Optional<Document> report = report(fields);
        if (report.isPresent()) {
            session.part(report.get(), fields.lineage());
        } else {
            session.incomplete();
        }
    }

    private Optional<Document> report(FieldReader fields) {
        Function<String, Instant> time = XmlValues.localTime(session.profile().zone());
        List.of("Head/MessageType", "Head/SenderID", "Head/ReceiverID", "Head/Version", "Head/SendTime").forEach(fields::marker);
        Optional<String> reference = fields.required("reference", "Head/MessageID", MtForm::documentNumber);
        Optional<DocumentFunction> function = fields.required("function", "Head/FunctionCode", MtManifestReading::functionOf);
        Optional<Voyage> voyage = voyage(fields);
        String site = fields.peek("UnloadingLocation/ID").isEmpty() ? SHIP + "/UnloadingLocation/ID" : "UnloadingLocation/ID";
        Optional<UnLocode> port = fields.value("port", site, MtMovementReading::portOfSite);
        String operator = fields.text("operator", "TallyParty/ID");
        Optional<Instant> shipArrived = fields.value("shipArrivedAt", SHIP + "/ActualDateTime", time);
        String movedPath = movement == Movement.GATE_IN ? "UnloadingLocation/ArrivalDate" : SHIP + "/CompletedDateTime";
        Optional<Instant> moved = fields.value("containers[0].movedAt", movedPath, time);
        List<MovedContainer> containers = containers(fields, onlyBill(fields), moved, time);
        if (containers.isEmpty() && fields.isComplete()) {
            fields.missing("TransportEquipment", "containers");
        }
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        return Optional.of(new ContainerMovementReport(reference.orElseThrow(), function.orElseThrow(), movement, voyage, port, operator,
                shipArrived, containers));
    }

    private static Optional<Voyage> voyage(FieldReader fields) {
        if (fields.marker(SHIP + "/JourneyID").isEmpty()) {
            return Optional.empty();
        }
        fields.marker(SHIP + "/TypeCode");
        var ship = fields.required("voyage.ship", SHIP + "/ID", MtShip::of);
        var number = fields.required("voyage.number", SHIP + "/JourneyID", VoyageNumber::new);
        String name = fields.text("voyage.shipName", SHIP + "/Name");
        String carrier = fields.text("voyage.carrierCode", SHIP + "/@CarrierID");
        return ship.flatMap(known -> number.map(there -> new Voyage(known, name, there, carrier)));
    }

    /** A site is a UN/LOCODE and the number of the site, in China followed by the customs district: {@code CNSHG224801/2248}. */
    private static UnLocode portOfSite(String value) {
        int slash = value.indexOf('/');
        String site = slash < 0 ? value : value.substring(0, slash);
        return new UnLocode(site.length() > PORT_LENGTH ? site.substring(0, PORT_LENGTH) : site);
    }

    private static Optional<BillNumber> onlyBill(FieldReader fields) {
        List<FieldReader> consignments = fields.each("Consignment");
        consignments.forEach(consignment -> consignment.marker("TransportContractDocument/ConditionCode"));
        List<BillNumber> bills = new ArrayList<>();
        consignments.forEach(consignment ->
                consignment.required("containers[" + bills.size() + "].bill", "TransportContractDocument/ID", BillNumber::new).ifPresent(bills::add));
        return bills.size() == 1 ? Optional.of(bills.getFirst()) : Optional.empty();
    }

    private List<MovedContainer> containers(FieldReader all, Optional<BillNumber> onlyBill, Optional<Instant> movedTogether,
                                            Function<String, Instant> time) {
        List<MovedContainer> containers = new ArrayList<>();
        for (FieldReader fields : all.children("TransportEquipment", "containers")) {
            Optional<ContainerNumber> number = fields.required("number", "EquipmentIdentification/ID", ContainerNumber::new);
            Optional<Instant> moved = fields.value("movedAt", "@MovementDateTime", time).or(() -> movedTogether);
            if (moved.isEmpty()) {
                fields.missing("@MovementDateTime", "movedAt");
            }
            Optional<BillNumber> bill = fields.peek("@TransportContractDocumentID").isEmpty() ? onlyBill
                    : fields.required("bill", "@TransportContractDocumentID", BillNumber::new);
            Optional<BigDecimal> gross = fields.value("grossKilograms", "@GrossMassMeasure", XmlValues::decimal);
            List<ContainerSeal> seals = fields.children("SealID", "seals").stream()
                    .map(seal -> new ContainerSeal(seal.text("number", ""), seal.text("affixedBy", "@AgencyCode"))).toList();
            List<String> damages = fields.values("damages", "DamageRemark", Function.identity());
            String sizeType = fields.text("sizeType", "CharacteristicCode");
            String fullness = fields.text("fullness", "FullnessCode");
            String release = fields.text("releaseReference", "@ReleaseID");
            String haulier = fields.text("haulier", "@HaulierID");
            String truck = fields.text("truckPlate", "@TruckID");
            if (number.isPresent() && moved.isPresent()) {
                containers.add(new MovedContainer(number.get(), sizeType, fullness, bill, release, moved.get(), gross, seals, damages, haulier, truck));
            }
        }
        return containers;
    }
}
