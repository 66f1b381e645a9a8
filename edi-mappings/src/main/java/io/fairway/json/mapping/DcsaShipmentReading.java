package io.fairway.json.mapping;

import io.fairway.document.ContainerSeal;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.Shipment;
import io.fairway.document.Shipment.Parties;
import io.fairway.document.Shipment.Placement;
import io.fairway.document.Shipment.Route;
import io.fairway.document.Shipment.ShippedContainer;
import io.fairway.document.Shipment.ShippedGoods;
import io.fairway.document.Voyage;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is carried from a DCSA transport document. Weights in pounds and volumes in cubic feet stay in the loss report. */
final class DcsaShipmentReading {
    private static final String CODE = "UNLocationCode";

    private final JsonFields fields;
    private final ZoneId zone;

    DcsaShipmentReading(JsonFields fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /** Empty when a port or the carrier is missing. */
    Optional<Shipment> read() {
        Optional<UnLocode> loading = fields.required("shipment.route.portOfLoading", "transports/portOfLoading/" + CODE, UnLocode::new);
        Optional<UnLocode> discharge = fields.required("shipment.route.portOfDischarge", "transports/portOfDischarge/" + CODE, UnLocode::new);
        Optional<UnLocode> receipt = fields.value("shipment.route.placeOfReceipt", "transports/placeOfReceipt/" + CODE, UnLocode::new);
        Optional<UnLocode> delivery = fields.value("shipment.route.placeOfDelivery", "transports/placeOfDelivery/" + CODE, UnLocode::new);
        Optional<Instant> departure = fields.value("shipment.route.departure", "transports/plannedDepartureDate", this::day);
        Optional<Instant> arrival = fields.value("shipment.route.arrival", "transports/plannedArrivalDate", this::day);
        Optional<Parties> parties = parties();
        Optional<Voyage> voyage = voyage();
        String service = service();
        var terms = fields.value("shipment.freightTerms", "freightPaymentTermCode", code -> DcsaNames.terms(code)
                .orElseThrow(() -> new RefusedValueException("CODE_UNKNOWN", code, "PRE or COL")));
        Optional<UnLocode> payable = fields.value("shipment.freightPayableAt", "invoicePayableAt/" + CODE, UnLocode::new);
        List<String> clauses = fields.texts("shipment.clauses", "carrierClauses");
        List<ShippedGoods> goods = new ArrayList<>();
        fields.children("consignmentItems", "shipment.goods").forEach(item -> goods.add(goods(item, goods.size() + 1)));
        String booking = fields.children("consignmentItems", "shipment").stream().map(item -> DcsaNames.said(item.text("bookingNumber",
                "carrierBookingReference"))).filter(number -> !number.isEmpty()).findFirst().orElse("");
        List<ShippedContainer> containers = fields.children("utilizedTransportEquipments", "shipment.containers").stream()
                .flatMap(box -> container(box).stream()).toList();
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        return parties.map(all -> new Shipment(voyage, new Route(receipt, loading.orElseThrow(), discharge.orElseThrow(), delivery, departure,
                arrival), all, booking, forwarderReference(), service, terms, payable, freight(), clauses, goods, containers));
    }

    private Instant day(String value) {
        return DcsaForm.day(value).atStartOfDay(zone).toInstant();
    }

    private Optional<Voyage> voyage() {
        List<JsonFields> voyages = fields.children("transports/vesselVoyages", "shipment.voyage");
        if (voyages.isEmpty()) {
            return Optional.empty();
        }
        JsonFields first = voyages.getFirst();
        Optional<DcsaShip> ship = first.value("ship", "vesselName", DcsaShip::of);
        Optional<VoyageNumber> number = first.value("number", "carrierExportVoyageNumber", VoyageNumber::new);
        return ship.flatMap(known -> number.map(there -> new Voyage(known.ship(), known.name(), there,
                fields.text("shipment.voyage.carrierCode", "carrierCode"))));
    }

    private Optional<Parties> parties() {
        Optional<Party> carrier = party("documentParties/issuingParty", "shipment.parties.carrier")
                .map(party -> new Party(fields.text("shipment.parties.carrier.code", "carrierCode"), party.name(), party.street(), party.city(),
                        party.postcode(), party.country()));
        fields.marker("carrierCodeListProvider");
        if (carrier.isEmpty()) {
            fields.missing("documentParties/issuingParty", "shipment.parties.carrier");
        }
        Optional<Party> notify = fields.children("documentParties/notifyParties", "shipment.parties.notifyParty").stream().findFirst()
                .map(DcsaShipmentReading::party);
        Optional<Party> forwarder = fields.children("documentParties/other", "shipment.parties.forwarder").stream()
                .filter(other -> other.marker("partyFunction").equals("DDR")).findFirst().flatMap(other -> other.child("party", ""))
                .map(DcsaShipmentReading::party);
        return carrier.map(said -> new Parties(said, party("documentParties/shipper", "shipment.parties.consignor"),
                party("documentParties/consignee", "shipment.parties.consignee"), notify, forwarder));
    }

    private Optional<Party> party(String sourcePath, String member) {
        return fields.child(sourcePath, member).map(DcsaShipmentReading::party);
    }

    private static Party party(JsonFields party) {
        String code = party.children("identifyingCodes", "").stream().map(id -> {
            id.marker("codeListProvider");
            return DcsaNames.said(id.text("code", "partyCode"));
        }).findFirst().orElse("");
        return new Party(code, DcsaNames.said(party.text("name", "partyName")), DcsaNames.said(party.text("street", "address/street")),
                DcsaNames.said(party.text("city", "address/city")), party.text("postcode", "address/postCode"),
                DcsaNames.said(party.text("country", "address/countryCode")));
    }

    private String service() {
        String receipt = fields.marker("receiptTypeAtOrigin");
        return fields.value("shipment.serviceCode", "deliveryTypeAtDestination", delivery -> DcsaNames.serviceCode(receipt, delivery)).orElse("");
    }

    private Optional<Money> freight() {
        return fields.children("charges", "shipment.freight").stream().findFirst().flatMap(charge ->
                charge.value("amount", "currencyAmount", DcsaShipmentReading::decimal)
                        .map(amount -> new Money(amount, charge.text("currency", "currencyCode"))));
    }

    private String forwarderReference() {
        return fields.children("references", "shipment").stream().filter(reference -> reference.marker("type").equals("FF")).findFirst()
                .map(reference -> reference.text("forwarderReference", "value")).orElse("");
    }

    private ShippedGoods goods(JsonFields item, int number) {
        String description = String.join(" ", item.texts("description", "descriptionOfGoods"));
        Optional<HsCode> commodity = item.values("commodity", "HSCodes", HsCode::new).stream().findFirst();
        List<String> marks = item.texts("marks", "shippingMarks");
        List<Placement> placements = new ArrayList<>();
        List<DangerousGoods> dangerous = new ArrayList<>();
        Optional<BigDecimal> gross = Optional.empty();
        Optional<BigDecimal> volume = Optional.empty();
        int packages = 0;
        String type = "";
        for (JsonFields cargo : item.children("cargoItems", "placements")) {
            Optional<Integer> count = cargo.value("packages", "outerPackaging/numberOfPackages", DcsaForm::count);
            packages += count.orElse(0);
            type = cargo.text("packageType", "outerPackaging/packageCode");
            cargo.required("container", "equipmentReference", ContainerNumber::new).ifPresent(box -> placements.add(new Placement(box, count)));
            gross = sum(gross, cargo.measured("cargoGrossWeight", "KGM", "grossKilograms"));
            volume = sum(volume, cargo.measured("cargoGrossVolume", "MTQ", "cubicMetres"));
            cargo.children("outerPackaging/dangerousGoods", "dangerous").forEach(goods -> dangerous.add(new DangerousGoods(
                    goods.text("hazardClass", "imoClass"), goods.text("unNumber", "UNNumber"), goods.text("flashpointCelsius", "limits/flashPoint"),
                    goods.text("packingGroup", "packingGroup"))));
        }
        return new ShippedGoods(number, packages, type, description, commodity, gross, volume, marks, dangerous, placements);
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isEmpty() ? other : Optional.of(one.get().add(other.orElse(BigDecimal.ZERO)));
    }

    private static Optional<ShippedContainer> container(JsonFields box) {
        Optional<ContainerNumber> number = box.required("number", "equipment/equipmentReference", ContainerNumber::new);
        String sizeType = box.text("sizeType", "equipment/ISOEquipmentCode");
        Optional<BigDecimal> tare = box.measured("equipment/tareWeight", "KGM", "tareKilograms");
        List<ContainerSeal> seals = box.children("seals", "seals").stream()
                .map(seal -> new ContainerSeal(DcsaNames.said(seal.text("number", "number")), DcsaNames.affixedBy(seal.text("affixedBy", "source"))))
                .filter(seal -> !seal.number().isEmpty()).toList();
        return number.map(sound -> new ShippedContainer(Optional.of(sound), sizeType, "", 1, tare, Optional.empty(), Optional.empty(), seals));
    }

    static BigDecimal decimal(String value) {
        if (!value.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")) {
            throw new RefusedValueException("NUMBER_FORM", value, "a number without sign and exponent");
        }
        return new BigDecimal(value);
    }
}
