package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ContainerSeal;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.GoodsItem;
import io.fairway.document.Lineage;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.MessageHead;
import io.fairway.document.Party;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.fixture.Fixtures;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MtManifestTest {
    private static final byte[] SAMPLE = Fixtures.bytes("xml/MT1101_original_manifest.xml");
    private static final String MESSAGE_ID = "CN_MT1101_1p1_2248913101150_20260302091500001";

    @Test
    void readsTheEnvelopeFromTheHead() {
        Reading reading = Reading.of(SAMPLE);

        assertThat(reading.envelope).contains(new Envelope(Syntax.XML, MESSAGE_ID, "2248913101150_SWS0000000001", "EPORT", Environment.LIVE, 0));
        assertThat(reading.message).contains(new MessageHead("1", "MT1101"));
        assertThat(reading.calls).containsExactly("interchangeStarted", "messageStarted", "part", "messageEnded", "interchangeEnded");
        assertThat(reading.findings).isEmpty();
        assertThat(reading.verdict).contains(Verdict.CLEAN);
    }

    @Test
    void readsTheSampleWhole() {
        var rotterdam = new UnLocode("NLRTM");
        var shanghai = new UnLocode("CNSHG");
        var container = new ManifestedContainer(new ContainerNumber("HUBU2000016"), "22G1", "5", Optional.empty(), Optional.empty(),
                List.of(new ContainerSeal("HB778812", "")), Optional.empty());
        var pumps = new GoodsItem(1, 420, "CT", "CENTRIFUGAL PUMPS, PARTS OF PUMPS",
                Optional.of(new BigDecimal("12450")), List.of(), Optional.empty(), List.of());
        var consignment = new ManifestConsignment(new BillNumber("HUBLRTM2600171"), Optional.empty(), rotterdam, shanghai,
                Optional.empty(), CustomsTreatment.IMPORT,
                new Party("", "NOORDZEE PUMPS BV", "EUROPAWEG 12 ROTTERDAM", "", "", ""),
                new Party("USCI+913101150000000000", "SHANGHAI BLUE CRANE TRADING CO LTD", "CENTURY AVENUE 88", "", "", ""),
                Optional.empty(), Optional.of(420), Optional.of(new BigDecimal("12450")), List.of(container), List.of(pumps),
                Optional.empty());

        assertThat(Reading.of(SAMPLE).parts).containsExactly(new Manifest("2248913101150_20260302091500001", DocumentFunction.ORIGINAL,
                Instant.parse("2026-03-02T01:15:00.001Z"),
                new Voyage(new ImoNumber("9745677"), "HUB PIONEER", new VoyageNumber("017W"), "HUBL"), Party.coded("HUBL"),
                Optional.of(Party.coded("2248913101150")), Optional.of(rotterdam), shanghai, "2248",
                Optional.of(Instant.parse("2026-02-05T03:00:00Z")), Optional.of(Instant.parse("2026-03-04T10:00:00Z")),
                List.of(consignment)));
    }

    @Test
    void tellsWhereEveryValueCameFrom() {
        Lineage lineage = Reading.of(SAMPLE).lineages.getFirst();

        Lineage.Origin bill = lineage.origins().stream().filter(origin -> origin.path().equals("consignments[0].bill")).findFirst().orElseThrow();
        assertThat(bill.place().segment()).isEqualTo("Manifest/Declaration/Consignment/TransportContractDocument/ID");
        assertThat(new String(SAMPLE, StandardCharsets.UTF_8).substring((int) bill.place().offset())).startsWith("HUBLRTM2600171<");
        assertThat(bill.place().line()).isEqualTo(24);
        assertThat(lineage.origins()).extracting(Lineage.Origin::path)
                .contains("reference", "voyage.ship", "customsOffice", "consignments[0].containers[0].seals[0].number",
                        "consignments[0].goods[0].description");
    }

    @Test
    void reportsWhatItDidNotCarryOver() {
        Lineage lineage = Reading.of(SAMPLE).lineages.getFirst();

        assertThat(lineage.unused()).extracting(unused -> unused.place().segment().replaceFirst("Manifest/Declaration/", "") + "=" + unused.value())
                .containsExactlyInAnyOrder("RepresentativePerson/Name=2248913101150", "BorderTransportMeans/TypeCode=1",
                        "Consignment/LoadingLocation/LoadingDate=20260205110000", "Consignment/UnloadingLocation/ArrivalDate=20260304",
                        "Consignment/GoodsReceiptPlace/ID=NLRTM", "Consignment/RoutingCountryCode=NL", "Consignment/RoutingCountryCode[2]=CN",
                        "Consignment/FreightPayment/MethodCode=PP", "Consignment/ConsignmentPackaging/TypeCode=CT",
                        "Consignment/Consignee/Communication/ID=86-21-55550111", "Consignment/Consignee/Communication/TypeID=TE",
                        "Consignment/ConsignmentItem/EquipmentIdentification/ID=HUBU2000016");
    }
}
