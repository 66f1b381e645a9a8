package io.fairway.json.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fairway.document.ContainerSeal;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.Shipment;
import io.fairway.document.Shipment.Placement;
import io.fairway.document.Shipment.ShippedContainer;
import io.fairway.document.Shipment.ShippedGoods;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.ContainerNumber;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes parties, goods and containers of a DCSA transport document. */
final class DcsaShipmentWriting {
    private static final int LINE = 35;

    private final JsonGenerator json;
    private final Shipment shipment;

    DcsaShipmentWriting(JsonGenerator json, Shipment shipment) {
        this.json = json;
        this.shipment = shipment;
    }

    void write() throws IOException {
        writeFreight();
        if (shipment.freightPayableAt().isPresent()) {
            DcsaTransportDocumentWriter.place(json, "invoicePayableAt", shipment.freightPayableAt().get());
        } else {
            json.writeObjectFieldStart("invoicePayableAt");
            json.writeStringField("freeText", DcsaNames.NOT_STATED);
            json.writeEndObject();
        }
        json.writeArrayFieldStart("partyContactDetails");
        json.writeStartObject();
        json.writeStringField("name", shipment.parties().carrier().code());
        json.writeStringField("phone", DcsaNames.NOT_STATED);
        json.writeEndObject();
        json.writeEndArray();
        writeParties();
        writeGoods();
        writeContainers();
        if (!shipment.forwarderReference().isEmpty()) {
            json.writeArrayFieldStart("references");
            json.writeStartObject();
            json.writeStringField("type", "FF");
            json.writeStringField("value", shipment.forwarderReference());
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void writeFreight() throws IOException {
        if (shipment.freight().isPresent()) {
            Money freight = shipment.freight().get();
            json.writeArrayFieldStart("charges");
            json.writeStartObject();
            json.writeStringField("chargeName", "FREIGHT");
            number("currencyAmount", freight.amount());
            json.writeStringField("currencyCode", freight.currency());
            json.writeStringField("paymentTermCode", shipment.freightTerms().map(DcsaNames::code).orElse("PRE"));
            json.writeStringField("calculationBasis", "LUMP SUM");
            number("unitPrice", freight.amount());
            json.writeNumberField("quantity", 1);
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void writeParties() throws IOException {
        Shipment.Parties parties = shipment.parties();
        json.writeObjectFieldStart("documentParties");
        json.writeFieldName("shipper");
        writeParty(parties.consignor().orElse(Party.named("")), false);
        if (parties.consignee().isPresent()) {
            json.writeFieldName("consignee");
            writeParty(parties.consignee().get(), false);
        }
        json.writeFieldName("issuingParty");
        writeParty(parties.carrier(), true);
        if (parties.notifyParty().isPresent()) {
            json.writeArrayFieldStart("notifyParties");
            writeParty(parties.notifyParty().get(), false);
            json.writeEndArray();
        }
        if (parties.forwarder().isPresent()) {
            json.writeArrayFieldStart("other");
            json.writeStartObject();
            json.writeFieldName("party");
            writeParty(parties.forwarder().get(), false);
            json.writeStringField("partyFunction", "DDR");
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeParty(Party party, boolean isIssuer) throws IOException {
        json.writeStartObject();
        json.writeStringField("partyName", DcsaNames.orNotStated(party.name()));
        if (isIssuer || DcsaNames.hasAddress(party)) {
            json.writeObjectFieldStart("address");
            json.writeStringField("street", DcsaNames.orNotStated(party.street()));
            if (!party.postcode().isEmpty()) {
                json.writeStringField("postCode", party.postcode());
            }
            json.writeStringField("city", DcsaNames.orNotStated(party.city()));
            json.writeStringField("countryCode", party.country().isEmpty() ? DcsaNames.NO_COUNTRY : party.country());
            json.writeEndObject();
        }
        if (!isIssuer) {
            json.writeArrayFieldStart("identifyingCodes");
            json.writeStartObject();
            json.writeStringField("codeListProvider", "ZZZ");
            json.writeStringField("partyCode", DcsaNames.orNotStated(party.code()));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeGoods() throws IOException {
        if (shipment.goods().isEmpty()) {
            throw new UnwritableDocumentException("shipment.goods", "the form has at least one item of goods");
        }
        json.writeArrayFieldStart("consignmentItems");
        for (int i = 0; i < shipment.goods().size(); i++) {
            writeItem(shipment.goods().get(i), "shipment.goods[" + i + "]");
        }
        json.writeEndArray();
    }

    private void writeItem(ShippedGoods goods, String path) throws IOException {
        Placement place = placementOf(goods, path);
        json.writeStartObject();
        json.writeStringField("carrierBookingReference", DcsaNames.orNotStated(shipment.bookingNumber()));
        DcsaTransportDocumentWriter.texts(json, "descriptionOfGoods", DcsaLines.of(path + ".description", goods.description(), LINE));
        DcsaTransportDocumentWriter.texts(json, "HSCodes", List.of(goods.commodity()
                .orElseThrow(() -> new UnwritableDocumentException(path + ".commodity", "the form names the HS code of all goods")).value()));
        DcsaTransportDocumentWriter.texts(json, "shippingMarks", goods.marks());
        json.writeArrayFieldStart("cargoItems");
        json.writeStartObject();
        json.writeStringField("equipmentReference", place.container().value());
        measure("cargoGrossWeight", goods.grossKilograms()
                .orElseThrow(() -> new UnwritableDocumentException(path + ".grossKilograms", "the form has a gross weight of all goods")), "KGM");
        if (goods.cubicMetres().isPresent()) {
            measure("cargoGrossVolume", goods.cubicMetres().get(), "MTQ");
        }
        json.writeObjectFieldStart("outerPackaging");
        if (!goods.packageType().isEmpty()) {
            json.writeStringField("packageCode", goods.packageType());
        }
        json.writeNumberField("numberOfPackages", goods.packages());
        json.writeStringField("description", DcsaNames.orNotStated(goods.packageType()));
        writeDangerous(goods);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Weight and packages per container are not known of goods in several containers. */
    private Placement placementOf(ShippedGoods goods, String path) {
        if (goods.placements().size() == 1) {
            return goods.placements().getFirst();
        }
        Optional<ContainerNumber> only = shipment.containers().size() == 1 ? shipment.containers().getFirst().number() : Optional.empty();
        if (!goods.placements().isEmpty() || only.isEmpty()) {
            throw new UnwritableDocumentException(path + ".placements", "the form has weight and packages for each container, the goods are in "
                    + goods.placements().size());
        }
        return new Placement(only.get(), Optional.of(goods.packages()));
    }

    private void writeDangerous(ShippedGoods goods) throws IOException {
        if (goods.dangerous().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("dangerousGoods");
        for (DangerousGoods dangerous : goods.dangerous()) {
            json.writeStartObject();
            json.writeStringField("UNNumber", dangerous.unNumber());
            json.writeStringField("properShippingName", DcsaNames.orNotStated(goods.description()));
            json.writeStringField("imoClass", dangerous.hazardClass());
            if (dangerous.packingGroup().matches("[1-3]")) {
                json.writeNumberField("packingGroup", Integer.parseInt(dangerous.packingGroup()));
            }
            if (dangerous.flashpointCelsius().matches("-?[0-9]{1,3}(\\.[0-9])?")) {
                json.writeObjectFieldStart("limits");
                json.writeStringField("temperatureUnit", "CEL");
                number("flashPoint", new BigDecimal(dangerous.flashpointCelsius()));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeContainers() throws IOException {
        if (shipment.containers().isEmpty()) {
            throw new UnwritableDocumentException("shipment.containers", "the form has at least one container");
        }
        json.writeArrayFieldStart("utilizedTransportEquipments");
        for (ShippedContainer container : shipment.containers()) {
            json.writeStartObject();
            json.writeObjectFieldStart("equipment");
            json.writeStringField("equipmentReference", container.number()
                    .orElseThrow(() -> new UnwritableDocumentException("shipment.containers.number", "the form numbers all containers")).value());
            if (!container.sizeType().isEmpty()) {
                json.writeStringField("ISOEquipmentCode", container.sizeType());
            }
            if (container.tareKilograms().isPresent()) {
                measure("tareWeight", container.tareKilograms().get(), "KGM");
            }
            json.writeEndObject();
            json.writeBooleanField("isShipperOwned", false);
            writeSeals(container.seals());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSeals(List<ContainerSeal> seals) throws IOException {
        json.writeArrayFieldStart("seals");
        for (ContainerSeal seal : seals.isEmpty() ? List.of(new ContainerSeal(DcsaNames.NOT_STATED, "")) : seals) {
            json.writeStartObject();
            json.writeStringField("number", seal.number());
            if (!DcsaNames.sealSource(seal.affixedBy()).isEmpty()) {
                json.writeStringField("source", DcsaNames.sealSource(seal.affixedBy()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void measure(String member, BigDecimal value, String unit) throws IOException {
        json.writeObjectFieldStart(member);
        number("value", value);
        json.writeStringField("unit", unit);
        json.writeEndObject();
    }

    private void number(String member, BigDecimal value) throws IOException {
        json.writeFieldName(member);
        json.writeNumber(value.toPlainString());
    }
}
