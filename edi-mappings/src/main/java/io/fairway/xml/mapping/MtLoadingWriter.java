package io.fairway.xml.mapping;

import io.fairway.document.ContainerSeal;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.LoadDischargeOrder.Operation;
import io.fairway.document.LoadDischargeOrder.OrderedContainer;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.xml.XmlOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Writes an order to load as a loading manifest (MT4101), one consignment per bill, elements in the order of customs' samples. What
 * the form has no element for is said in attributes of {@code TransportEquipment}, which receivers that do not know them pass over.
 */
final class MtLoadingWriter implements DocumentWriter {

    @Override
    public String dialect() {
        return MtType.MT4101.name();
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof LoadDischargeOrder order) || order.operation() != Operation.LOAD) {
            throw new UnwritableDocumentException("", "MT4101 says an order to load only");
        }
        List<BillNumber> bills = order.containers().stream().map(container -> container.bill().orElseThrow(() ->
                new UnwritableDocumentException("containers.bill", "a loading manifest names the bill of every container"))).distinct().toList();
        if (bills.isEmpty()) {
            throw new UnwritableDocumentException("containers", "a loading manifest has at least one container");
        }
        XmlOutput xml = MtHead.write(MtType.MT4101, envelope, MtManifestWriter.functionOf(order.function()),
                order.issuedAt().orElse(envelope.preparedAt()));
        xml.open("Declaration").open("RepresentativePerson").leaf("envelope.sender", "Name", envelope.sender()).close();
        xml.open("Carrier").leaf("carrier", "ID", order.carrier()).close();
        writeShip(xml, order, envelope);
        bills.forEach(bill -> writeConsignment(xml, order, bill));
        xml.open("AdditionalInformation").leaf("reference", "Content", order.reference()).close();
        return xml.close().close().bytes();
    }

    private static void writeShip(XmlOutput xml, LoadDischargeOrder order, OutboundEnvelope envelope) {
        Voyage voyage = order.voyage();
        xml.open("BorderTransportMeans")
                .attribute("voyage.carrierCode", "CarrierID", voyage.carrierCode().equals(order.carrier()) ? "" : voyage.carrierCode())
                .leaf("voyage.number", "JourneyID", voyage.number().value())
                .leaf("", "TypeCode", "1")
                .leaf("voyage.ship", "ID", MtShip.written("voyage.ship", voyage.ship()))
                .leaf("voyage.shipName", "Name", voyage.shipName())
                .leaf("estimatedArrival", "ArrivalDateTime",
                        order.estimatedArrival().map(time -> XmlValues.writtenLocally(time, envelope.zone())).orElse(""))
                .close();
    }

    private static void writeConsignment(XmlOutput xml, LoadDischargeOrder order, BillNumber bill) {
        xml.open("Consignment");
        xml.open("TransportContractDocument").leaf("containers.bill", "ID", bill.value()).leaf("", "ConditionCode", "10").close();
        xml.open("LoadingLocation").leaf("port", "ID", code(order.port())).close();
        for (int i = 0; i < order.containers().size(); i++) {
            OrderedContainer container = order.containers().get(i);
            if (container.bill().filter(bill::equals).isPresent()) {
                writeContainer(xml, container, "containers[" + i + "]");
            }
        }
        xml.close();
    }

    private static void writeContainer(XmlOutput xml, OrderedContainer container, String path) {
        xml.open("TransportEquipment")
                .attribute(path + ".status", "StatusCode", container.status())
                .attribute(path + ".bookingNumber", "BookingID", container.bookingNumber())
                .attribute(path + ".cell", "StowageLocationID", container.cell())
                .attribute(path + ".portOfLoading", "LoadingLocationID", code(container.portOfLoading()))
                .attribute(path + ".portOfDischarge", "UnloadingLocationID", code(container.portOfDischarge()))
                .attribute(path + ".grossKilograms", "GrossMassMeasure", number(container.grossKilograms()))
                .attribute(path + ".verifiedKilograms", "VerifiedMassMeasure", number(container.verifiedKilograms()))
                .open("EquipmentIdentification").leaf(path + ".number", "ID", container.number().value()).close()
                .leaf(path + ".sizeType", "CharacteristicCode", container.sizeType())
                .leaf(path + ".fullness", "FullnessCode", container.fullness());
        for (int i = 0; i < container.seals().size(); i++) {
            ContainerSeal seal = container.seals().get(i);
            xml.open("SealID").attribute(path + ".seals.affixedBy", "AgencyCode", seal.affixedBy())
                    .text(path + ".seals[" + i + "].number", seal.number()).close();
        }
        container.dangerous().forEach(goods -> MtConsignmentWriting.writeDangerousGoods(xml, goods, path + ".dangerous"));
        xml.close();
    }

    private static String code(Optional<UnLocode> port) {
        return port.map(UnLocode::value).orElse("");
    }

    private static String number(Optional<BigDecimal> kilograms) {
        return kilograms.map(BigDecimal::toPlainString).orElse("");
    }
}
