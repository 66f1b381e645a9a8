package io.fairway.json.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.dialect.Heard;
import io.fairway.document.ContainerSeal;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.Money;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.Party;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.Shipment;
import io.fairway.document.Shipment.FreightTerms;
import io.fairway.document.Shipment.Parties;
import io.fairway.document.Shipment.Placement;
import io.fairway.document.Shipment.Route;
import io.fairway.document.Shipment.ShippedContainer;
import io.fairway.document.Shipment.ShippedGoods;
import io.fairway.document.TransportDocument;
import io.fairway.document.TransportDocument.Kind;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.ShipName;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.fixture.Fixtures;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DcsaTransportDocumentTest {
    private static final ContainerNumber BOX = new ContainerNumber("HUBU2000016");
    private static final Instant ISSUED = LocalDate.of(2026, 2, 5).atStartOfDay(Heard.ZONE).toInstant();
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUBL", "HUBFWD", "R1", ISSUED, Environment.LIVE, Heard.ZONE);
    private static final Party SHIPPER = new Party("", "NOORDZEE PUMPS BV", "EUROPAWEG 12", "ROTTERDAM", "3199LC", "NL");

    private final DcsaTransportDocumentWriter writer = new DcsaTransportDocumentWriter();

    private static TransportDocument bill(Kind kind, List<Placement> placements) {
        var parties = new Parties(new Party("HUBL", "", "", "", "", ""), Optional.of(SHIPPER), Optional.of(Party.named("TO ORDER OF BANK OF HUANGPU")),
                Optional.of(new Party("9131", "SHANGHAI BLUE CRANE TRADING CO LTD", "", "SHANGHAI", "", "CN")), Optional.of(Party.coded("HUBFWD")));
        var route = new Route(Optional.of(new UnLocode("NLRTM")), new UnLocode("NLRTM"), new UnLocode("CNSHG"), Optional.of(new UnLocode("CNSHG")),
                Optional.of(ISSUED), Optional.of(LocalDate.of(2026, 3, 4).atStartOfDay(Heard.ZONE).toInstant()));
        var goods = new ShippedGoods(1, 420, "CT", "CENTRIFUGAL PUMPS, PARTS OF PUMPS, AND WHAT ELSE BELONGS TO PUMPS", Optional.of(new HsCode("841370")),
                Optional.of(new BigDecimal("12450")), Optional.of(new BigDecimal("22.4")), List.of("BLUE CRANE", "PO 4711"),
                List.of(new DangerousGoods("3", "1263", "23", "2")), placements);
        var container = new ShippedContainer(Optional.of(BOX), "22G1", "", 1, Optional.of(new BigDecimal("2200")), Optional.empty(), Optional.empty(),
                List.of(new ContainerSeal("HB778812", "CA")));
        var shipment = new Shipment(Optional.of(new Voyage(new ImoNumber("9745677"), "HUB PIONEER", new VoyageNumber("017W"), "HUBL")), route, parties,
                "BK7700123", "FWD-88121", "30", Optional.of(FreightTerms.PREPAID), Optional.of(new UnLocode("NLRTM")),
                Optional.of(new Money(new BigDecimal("1840"), "EUR")), List.of("SHIPPED ON BOARD 05 FEB 2026"), List.of(goods), List.of(container));
        return new TransportDocument(new BillNumber("HUBLRTM2600171"), DocumentFunction.ORIGINAL, kind, ISSUED, Optional.of(LocalDate.of(2026, 2, 5)),
                Optional.of(3), shipment);
    }

    private static List<Placement> inTheBox() {
        return List.of(new Placement(BOX, Optional.of(420)));
    }

    @Test
    void aBillComesBackAsItWas() {
        TransportDocument bill = bill(Kind.BILL_OF_LADING, inTheBox());
        byte[] bytes = writer.write(bill, ENVELOPE);

        Heard heard = Heard.of(new JsonDocuments(), bytes);

        assertThat(heard.findings).isEmpty();
        assertThat(heard.parts).containsExactly(bill);
        assertThat(heard.envelopes.getFirst().reference()).isEqualTo("HUBLRTM2600171");
        DcsaSchema.assertValid(bytes);
    }

    @Test
    void aWaybillComesBackAsItWas() {
        TransportDocument waybill = bill(Kind.SEA_WAYBILL, inTheBox());
        byte[] bytes = writer.write(waybill, ENVELOPE);

        assertThat(Heard.of(new JsonDocuments(), bytes).parts).containsExactly(waybill);
        DcsaSchema.assertValid(bytes);
    }

    @Test
    void aCarriersDocumentIsReadWithPlacesAndLosses() {
        byte[] bytes = Fixtures.bytes("json/dcsa-transport-document.json");
        Heard heard = Heard.of(new JsonDocuments(), bytes);

        DcsaSchema.assertValid(bytes);
        assertThat(heard.findings).isEmpty();
        assertThat(heard.verdicts).containsExactly(Verdict.CLEAN);
        var bill = (TransportDocument) heard.parts.getFirst();
        assertThat(bill.shipment().voyage()).as("a ship without a number is known by its name")
                .map(Voyage::ship).contains(new ShipName("OTHER STAR"));
        assertThat(bill.shipment().goods()).singleElement().satisfies(goods -> assertThat(goods.placements()).hasSize(2));
        assertThat(bill.shipment().goods().getFirst().grossKilograms()).contains(new BigDecimal("20000.5"));
        assertThat(heard.lineages.getFirst().origins()).anySatisfy(origin -> {
            assertThat(origin.path()).isEqualTo("shipment.goods[0].placements[1].container");
            assertThat(origin.place().segment()).isEqualTo("/consignmentItems/0/cargoItems/1/equipmentReference");
        });
        assertThat(heard.lineages.getFirst().unused()).extracting(loss -> loss.place().segment())
                .contains("/transports/vesselVoyages/0/universalExportVoyageReference", "/termsAndConditions");
    }

    @Test
    void everyFaultIsToldWithItsPointer() {
        Heard heard = Heard.of(new JsonDocuments(), Fixtures.bytes("json/dcsa-faulty.json"));

        assertThat(heard.parts).isEmpty();
        assertThat(heard.findings).extracting(finding -> finding.code() + " " + finding.place().segment()).contains(
                "UNLOCODE_FORM /transports/portOfDischarge/UNLocationCode", "DATE_IMPOSSIBLE /issueDate",
                "CONTAINER_CHECK_DIGIT /utilizedTransportEquipments/0/equipment/equipmentReference", "VALUE_MISSING /documentParties/issuingParty");
    }

    @Test
    void whatTheFormDemandsAndNobodySaidIsRefused() {
        TransportDocument scattered = bill(Kind.BILL_OF_LADING, List.of(new Placement(BOX, Optional.empty()), new Placement(BOX, Optional.empty())));
        TransportDocument house = bill(Kind.HOUSE_BILL_OF_LADING, inTheBox());

        assertThatThrownBy(() -> writer.write(scattered, ENVELOPE)).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageContaining("shipment.goods[0].placements");
        assertThatThrownBy(() -> writer.write(house, ENVELOPE)).isInstanceOf(UnwritableDocumentException.class);
    }

    @Test
    void whatNobodySaidIsWrittenAsNotStatedAndReadAsNothing() {
        byte[] bytes = writer.write(bill(Kind.BILL_OF_LADING, inTheBox()), ENVELOPE);

        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"street\": \"NOT STATED\"", "\"countryCode\": \"ZZ\"");
    }
}
