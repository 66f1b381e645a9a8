package io.fairway.xml.mapping;

import io.fairway.document.GoodsItem;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.UnLocode;
import io.fairway.xml.XmlOutput;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Writes the consignments of one manifest. */
final class MtConsignmentWriting {
    /** {@code ConditionCode}: as in all published samples. */
    private static final String CONDITION = "10";
    /** {@code SupplierPartyTypeCode}: the carrier supplies the container (UNTDID 8077). */
    private static final String SUPPLIED_BY_CARRIER = "2";

    private final XmlOutput xml;
    private final Manifest manifest;
    private final ZoneId zone;
    private final MtType type;

    MtConsignmentWriting(XmlOutput xml, Manifest manifest, ZoneId zone, MtType type) {
        this.xml = xml;
        this.manifest = manifest;
        this.zone = zone;
        this.type = type;
    }

    void write(ManifestConsignment consignment, String path) {
        xml.open("Consignment");
        xml.open("TransportContractDocument").leaf(path + ".bill", "ID", consignment.bill().value()).leaf("", "ConditionCode", CONDITION).close();
        xml.open("AssociatedTransportDocument")
                .leaf(path + ".houseBill", "ID", consignment.houseBill().map(BillNumber::value).orElse("")).close();
        writePlaces(consignment, path);
        xml.leaf(path + ".treatment", "CustomsStatusCode", MtTreatment.codeOf(consignment.treatment()));
        String packageType = consignment.goods().stream().findFirst().map(GoodsItem::packageType).orElse("");
        consignment.packages().ifPresent(packages -> xml.open("ConsignmentPackaging")
                .leaf(path + ".packages", "QuantityQuantity", packages.toString()).leaf("", "TypeCode", packageType).close());
        xml.leaf(path + ".grossKilograms", "TotalGrossMassMeasure", written(consignment.grossKilograms()));
        String delivery = consignment.placeOfDelivery().map(UnLocode::value).orElse("");
        xml.open("DeliveryDestination").attribute(path + ".placeOfDelivery", "LocationID", delivery).close();
        MtParty.write(xml, "Consignee", path + ".consignee", consignment.consignee());
        MtParty.write(xml, "Consignor", path + ".consignor", consignment.consignor());
        consignment.notifyParty().ifPresent(party -> MtParty.write(xml, "NotifyParty", path + ".notifyParty", party));
        for (int i = 0; i < consignment.containers().size(); i++) {
            writeContainer(consignment.containers().get(i), path + ".containers[" + i + "]");
        }
        for (int i = 0; i < consignment.goods().size(); i++) {
            writeItem(consignment.goods().get(i), path + ".goods[" + i + "]");
        }
        xml.close();
    }

    private void writePlaces(ManifestConsignment consignment, String path) {
        xml.open("LoadingLocation").leaf(path + ".portOfLoading", "ID", consignment.portOfLoading().value())
                .leaf("departedAt", "LoadingDate", manifest.departedAt().map(time -> XmlValues.writtenLocally(time, zone)).orElse(""))
                .close();
        boolean isAtArrivalPort = type == MtType.MT1101 && consignment.portOfDischarge().equals(manifest.portOfArrival());
        xml.open("UnloadingLocation")
                .leaf(path + ".portOfDischarge", "ID",
                        MtPlace.written(consignment.portOfDischarge(), isAtArrivalPort ? manifest.customsOffice() : ""))
                .leaf("estimatedArrival", "ArrivalDate",
                        manifest.estimatedArrival().map(time -> XmlValues.written(time.atZone(zone).toLocalDate())).orElse(""))
                .close();
        consignment.onwardCarriage().ifPresent(onward -> xml.open("TranshipmentLocation")
                .attribute(path + ".onwardCarriage.number", "JourneyID", onward.number().value())
                .attribute(path + ".onwardCarriage.ship", "TransportMeansID", MtShip.written(path + ".onwardCarriage.ship", onward.ship()))
                .attribute(path + ".onwardCarriage.shipName", "TransportMeansName", onward.shipName())
                .attribute(path + ".onwardCarriage.carrierCode", "CarrierID", onward.carrierCode())
                .leaf(path + ".portOfDischarge", "ID", consignment.portOfDischarge().value())
                .close());
    }

    private void writeContainer(ManifestedContainer container, String path) {
        xml.open("TransportEquipment")
                .attribute(path + ".grossKilograms", "GrossMassMeasure", written(container.grossKilograms()))
                .attribute(path + ".tareKilograms", "TareMassMeasure", written(container.tareKilograms()))
                .attribute(path + ".packages", "PackageQuantity", container.packages().map(String::valueOf).orElse(""))
                .open("EquipmentIdentification").leaf(path + ".number", "ID", container.number().value()).close()
                .leaf(path + ".sizeType", "CharacteristicCode", container.sizeType())
                .leaf("", "SupplierPartyTypeCode", SUPPLIED_BY_CARRIER)
                .leaf(path + ".fullness", "FullnessCode", container.fullness());
        for (int i = 0; i < container.seals().size(); i++) {
            String sealPath = path + ".seals[" + i + "]";
            xml.open("SealID").attribute(sealPath + ".affixedBy", "AgencyCode", container.seals().get(i).affixedBy())
                    .text(sealPath + ".number", container.seals().get(i).number()).close();
        }
        xml.close();
    }

    private void writeItem(GoodsItem item, String path) {
        xml.open("ConsignmentItem").leaf(path + ".number", "SequenceNumeric", Integer.toString(item.number()));
        xml.open("ConsignmentItemPackaging");
        List<String> marks = item.marks();
        for (int i = 0; i < marks.size(); i++) {
            xml.leaf(path + ".marks[" + i + "]", "MarksNumbers", marks.get(i));
        }
        xml.leaf(path + ".packages", "QuantityQuantity", Integer.toString(item.packages()))
                .leaf(path + ".packageType", "TypeCode", item.packageType()).close();
        xml.open("Commodity").leaf(path + ".description", "CargoDescription", item.description());
        for (int i = 0; i < item.dangerous().size(); i++) {
            writeDangerousGoods(xml, item.dangerous().get(i), path + ".dangerous[" + i + "]");
        }
        xml.leaf(path + ".commodity", "TariffClassificationCode", item.commodity().map(HsCode::value).orElse("")).close();
        xml.open("GoodsMeasure").leaf(path + ".grossKilograms", "GrossMassMeasure", written(item.grossKilograms())).close();
        xml.close();
    }

    static void writeDangerousGoods(XmlOutput xml, GoodsItem.DangerousGoods goods, String path) {
        xml.open("UNDGCode")
                .attribute(path + ".hazardClass", "HazardClassCode", goods.hazardClass())
                .attribute(path + ".flashpointCelsius", "FlashpointCelsius", goods.flashpointCelsius())
                .attribute(path + ".packingGroup", "PackingGroupCode", goods.packingGroup())
                .text(path + ".unNumber", goods.unNumber())
                .close();
    }

    private static String written(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }
}
