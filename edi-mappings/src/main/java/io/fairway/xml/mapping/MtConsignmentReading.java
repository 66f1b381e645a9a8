package io.fairway.xml.mapping;

import io.fairway.document.ContainerSeal;
import io.fairway.document.GoodsItem;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.Party;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.xml.FieldReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads one {@code Consignment} of a manifest. */
final class MtConsignmentReading {
    private static final String ONWARD = "TranshipmentLocation";

    private MtConsignmentReading() {
    }

    /** Empty when a value it must have is missing or refused. */
    static Optional<ManifestConsignment> read(FieldReader fields, MtType type) {
        fields.marker("TransportContractDocument/ConditionCode");
        Optional<BillNumber> bill = fields.required("bill", "TransportContractDocument/ID", BillNumber::new);
        Optional<BillNumber> house = fields.value("houseBill", "AssociatedTransportDocument/ID", BillNumber::new);
        Optional<UnLocode> loading = fields.required("portOfLoading", "LoadingLocation/ID", MtPlace::port);
        Optional<UnLocode> discharge = fields.required("portOfDischarge", "UnloadingLocation/ID", MtPlace::port);
        Optional<UnLocode> delivery = fields.value("placeOfDelivery", "DeliveryDestination/@LocationID", UnLocode::new);
        Optional<CustomsTreatment> treatment = fields.marker("CustomsStatusCode").isEmpty()
                ? Optional.of(type == MtType.MT1101 ? CustomsTreatment.IMPORT : CustomsTreatment.EXPORT)
                : fields.required("treatment", "CustomsStatusCode", MtConsignmentReading::treatmentOf);
        Optional<Party> consignor = MtParty.required(fields, "Consignor", "consignor");
        Optional<Party> consignee = MtParty.required(fields, "Consignee", "consignee");
        Optional<Party> notify = MtParty.read(fields, "NotifyParty", "notifyParty");
        Optional<Integer> packages = fields.value("packages", "ConsignmentPackaging/QuantityQuantity", XmlValues::count);
        Optional<BigDecimal> gross = fields.value("grossKilograms", "TotalGrossMassMeasure", XmlValues::decimal);
        List<ManifestedContainer> containers = containers(fields);
        List<GoodsItem> goods = goods(fields);
        Optional<Voyage> onward = onwardCarriage(fields);
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        return Optional.of(new ManifestConsignment(bill.orElseThrow(), house, loading.orElseThrow(), discharge.orElseThrow(), delivery,
                treatment.orElseThrow(), consignor.orElseThrow(), consignee.orElseThrow(), notify, packages, gross,
                containers, goods, onward));
    }

    private static CustomsTreatment treatmentOf(String code) {
        return MtTreatment.of(code)
                .orElseThrow(() -> new RefusedValueException("CODE_UNKNOWN", code, "customs status 001, 002, 003 or 004"));
    }

    private static List<ManifestedContainer> containers(FieldReader consignment) {
        List<ManifestedContainer> containers = new ArrayList<>();
        for (FieldReader fields : consignment.children("TransportEquipment", "containers")) {
            fields.marker("SupplierPartyTypeCode");
            Optional<ContainerNumber> number = fields.required("number", "EquipmentIdentification/ID", ContainerNumber::new);
            String sizeType = fields.text("sizeType", "CharacteristicCode");
            String fullness = fields.text("fullness", "FullnessCode");
            Optional<BigDecimal> gross = fields.value("grossKilograms", "@GrossMassMeasure", XmlValues::decimal);
            Optional<BigDecimal> tare = fields.value("tareKilograms", "@TareMassMeasure", XmlValues::decimal);
            Optional<Integer> packages = fields.value("packages", "@PackageQuantity", XmlValues::count);
            List<ContainerSeal> seals = fields.children("SealID", "seals").stream()
                    .map(seal -> new ContainerSeal(seal.text("number", ""), seal.text("affixedBy", "@AgencyCode"))).toList();
            number.ifPresent(sound -> containers.add(new ManifestedContainer(sound, sizeType, fullness, gross, tare, seals, packages)));
        }
        return containers;
    }

    private static List<GoodsItem> goods(FieldReader consignment) {
        List<GoodsItem> goods = new ArrayList<>();
        for (FieldReader fields : consignment.children("ConsignmentItem", "goods")) {
            int number = fields.value("number", "SequenceNumeric", XmlValues::count).orElse(goods.size() + 1);
            int packages = fields.value("packages", "ConsignmentItemPackaging/QuantityQuantity", XmlValues::count).orElse(0);
            String packageType = fields.text("packageType", "ConsignmentItemPackaging/TypeCode");
            List<String> marks = fields.child("ConsignmentItemPackaging", "")
                    .map(packaging -> packaging.values("marks", "MarksNumbers", Function.identity())).orElse(List.of());
            String description = fields.text("description", "Commodity/CargoDescription");
            Optional<HsCode> commodity = fields.value("commodity", "Commodity/TariffClassificationCode", HsCode::new);
            Optional<BigDecimal> gross = fields.value("grossKilograms", "GoodsMeasure/GrossMassMeasure", XmlValues::decimal);
            List<DangerousGoods> dangerous = fields.child("Commodity", "").map(MtConsignmentReading::dangerous).orElse(List.of());
            goods.add(new GoodsItem(number, packages, packageType, description, gross, marks, commodity, dangerous));
        }
        return goods;
    }

    static List<DangerousGoods> dangerous(FieldReader commodity) {
        return commodity.children("UNDGCode", "dangerous").stream()
                .map(goods -> new DangerousGoods(goods.text("hazardClass", "@HazardClassCode"), goods.text("unNumber", ""),
                        goods.text("flashpointCelsius", "@FlashpointCelsius"), goods.text("packingGroup", "@PackingGroupCode")))
                .toList();
    }

    private static Optional<Voyage> onwardCarriage(FieldReader fields) {
        if (fields.marker(ONWARD + "/@JourneyID").isEmpty()) {
            return Optional.empty();
        }
        fields.marker(ONWARD + "/ID");
        var ship = fields.required("onwardCarriage.ship", ONWARD + "/@TransportMeansID", MtShip::of);
        var number = fields.required("onwardCarriage.number", ONWARD + "/@JourneyID", VoyageNumber::new);
        String name = fields.text("onwardCarriage.shipName", ONWARD + "/@TransportMeansName");
        String carrier = fields.text("onwardCarriage.carrierCode", ONWARD + "/@CarrierID");
        return ship.flatMap(known -> number.map(voyage -> new Voyage(known, name, voyage, carrier)));
    }
}
