package io.fairway.xml.mapping;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.xml.XmlOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes what happened to containers as an arrival report (MT3101) or a tally report (MT5101, MT5102), elements in the order of
 * customs' samples. What the form has no element for is said in attributes of {@code TransportEquipment}, which receivers that do
 * not know them pass over: the bill of a container when there are several, its own time, weight, release order, haulier and truck.
 */
final class MtMovementWriter implements DocumentWriter {
    private static final String CONDITION = "10";

    private final MtType type;
    private final Movement movement;

    MtMovementWriter(MtType type, Movement movement) {
        this.type = type;
        this.movement = movement;
    }

    @Override
    public String dialect() {
        return type.name();
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof ContainerMovementReport report) || report.movement() != movement) {
            throw new UnwritableDocumentException("", type + " says a report of containers " + movement + " only");
        }
        if (report.containers().isEmpty()) {
            throw new UnwritableDocumentException("containers", "the report has at least one container");
        }
        XmlOutput xml = MtHead.write(type, envelope, functionOf(report.function()), envelope.preparedAt());
        xml.open("Declaration");
        Instant moved = report.containers().getFirst().movedAt();
        writeShip(xml, report, moved, envelope);
        if (movement == Movement.GATE_IN) {
            xml.open("UnloadingLocation").leaf("port", "ID", report.port().map(UnLocode::value).orElse(""))
                    .leaf("containers[0].movedAt", "ArrivalDate", written(moved, envelope)).close();
        }
        xml.open("TallyParty").leaf("operator", "ID", report.operator()).close();
        List<BillNumber> bills = report.containers().stream().flatMap(container -> container.bill().stream()).distinct().toList();
        for (BillNumber bill : bills) {
            xml.open("Consignment").open("TransportContractDocument").leaf("containers.bill", "ID", bill.value())
                    .leaf("", "ConditionCode", CONDITION).close().close();
        }
        boolean sharesOneBill = bills.size() == 1 && report.containers().stream().allMatch(container -> container.bill().isPresent());
        if (bills.size() == 1 && !sharesOneBill) {
            throw new UnwritableDocumentException("containers.bill", "the form would give the only bill to all containers");
        }
        for (int i = 0; i < report.containers().size(); i++) {
            writeContainer(xml, report.containers().get(i), "containers[" + i + "]", moved,
                    sharesOneBill ? Optional.empty() : report.containers().get(i).bill(), envelope);
        }
        xml.open("AdditionalInformation").leaf("reference", "Content", report.reference()).close();
        return xml.close().close().bytes();
    }

    /** A report of the family adds to what is there (2); a later one changes or deletes. */
    private static String functionOf(DocumentFunction function) {
        return function == DocumentFunction.ORIGINAL ? "2" : MtManifestWriter.functionOf(function);
    }

    private void writeShip(XmlOutput xml, ContainerMovementReport report, Instant moved, OutboundEnvelope envelope) {
        xml.open("BorderTransportMeans");
        report.voyage().ifPresent(voyage -> writeVoyage(xml, voyage));
        xml.leaf("shipArrivedAt", "ActualDateTime", report.shipArrivedAt().map(time -> written(time, envelope)).orElse(""));
        if (movement != Movement.GATE_IN) {
            xml.leaf("containers[0].movedAt", "CompletedDateTime", written(moved, envelope));
            xml.open("UnloadingLocation").leaf("port", "ID", report.port().map(UnLocode::value).orElse("")).close();
        }
        xml.close();
    }

    private static void writeVoyage(XmlOutput xml, Voyage voyage) {
        xml.attribute("voyage.carrierCode", "CarrierID", voyage.carrierCode())
                .leaf("voyage.number", "JourneyID", voyage.number().value())
                .leaf("", "TypeCode", "1")
                .leaf("voyage.ship", "ID", MtShip.written("voyage.ship", voyage.ship()))
                .leaf("voyage.shipName", "Name", voyage.shipName());
    }

    private static void writeContainer(XmlOutput xml, MovedContainer container, String path, Instant together, Optional<BillNumber> ownBill,
                                       OutboundEnvelope envelope) {
        xml.open("TransportEquipment")
                .attribute(path + ".bill", "TransportContractDocumentID", ownBill.map(BillNumber::value).orElse(""))
                .attribute(path + ".movedAt", "MovementDateTime", container.movedAt().equals(together) ? "" : written(container.movedAt(), envelope))
                .attribute(path + ".grossKilograms", "GrossMassMeasure", container.grossKilograms().map(BigDecimal::toPlainString).orElse(""))
                .attribute(path + ".releaseReference", "ReleaseID", container.releaseReference())
                .attribute(path + ".haulier", "HaulierID", container.haulier())
                .attribute(path + ".truckPlate", "TruckID", container.truckPlate())
                .open("EquipmentIdentification").leaf(path + ".number", "ID", container.number().value()).close()
                .leaf(path + ".sizeType", "CharacteristicCode", container.sizeType())
                .leaf(path + ".fullness", "FullnessCode", container.fullness());
        for (int i = 0; i < container.seals().size(); i++) {
            String seal = path + ".seals[" + i + "]";
            xml.open("SealID").attribute(seal + ".affixedBy", "AgencyCode", container.seals().get(i).affixedBy())
                    .text(seal + ".number", container.seals().get(i).number()).close();
        }
        for (int i = 0; i < container.damages().size(); i++) {
            xml.leaf(path + ".damages[" + i + "]", "DamageRemark", container.damages().get(i));
        }
        xml.close();
    }

    private static String written(Instant time, OutboundEnvelope envelope) {
        return XmlValues.writtenLocally(time, envelope.zone());
    }
}
