package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContainerReleaseOrder.ReleasedContainer;
import io.fairway.document.ContainerSeal;
import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.DeclaredItem;
import io.fairway.document.DeclaredItem.Duty;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.GoodsItem;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SupportingDocument;
import io.fairway.document.Voyage;
import io.fairway.document.finding.Finding;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import io.fairway.fixture.Fixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The messages of the sample voyage, value by value. */
class SampleReadingTest {
    private static final UnLocode ROTTERDAM = new UnLocode("NLRTM");
    private static final UnLocode SHANGHAI = new UnLocode("CNSHG");
    private static final BillNumber BILL = new BillNumber("HUBLRTM2600171");
    private static final ContainerNumber PUMPS_BOX = new ContainerNumber("HUBU2000016");
    private static final ContainerNumber PAINT_BOX = new ContainerNumber("HUBU2000021");
    private static final ContainerSeal SEAL = new ContainerSeal("HB778812", "CA");
    private static final LocalReferenceNumber LRN = new LocalReferenceNumber("DEC260304-0007");
    private static final EntryNumber ENTRY = new EntryNumber("224820261000000017");
    private static final Party CONSIGNEE = Party.named("SHANGHAI BLUE CRANE TRADING CO LTD");
    private static final Party PAINTER = Party.named("RHINE COATINGS GMBH");

    @Test
    void readsTheCargoReportOfTheCarrier() {
        var pumps = new ManifestConsignment(BILL, Optional.empty(), ROTTERDAM, SHANGHAI, Optional.of(SHANGHAI), CustomsTreatment.IMPORT,
                new Party("", "NOORDZEE PUMPS BV", "EUROPAWEG 12", "ROTTERDAM", "3199LC", "NL"),
                new Party("", "SHANGHAI BLUE CRANE TRADING CO LTD", "CENTURY AVENUE 88", "SHANGHAI", "200120", "CN"),
                Optional.of(CONSIGNEE), Optional.of(420), kilograms("12450"),
                List.of(new ManifestedContainer(PUMPS_BOX, "22G1", "5", kilograms("14650"), kilograms("2200"),
                        List.of(SEAL, new ContainerSeal("NL004417", "CU")), Optional.of(420))),
                List.of(new GoodsItem(1, 420, "CT", "CENTRIFUGAL PUMPS, PARTS OF PUMPS", kilograms("12450"),
                        List.of("BLUE CRANE", "PO 4711", "1-420"), Optional.of(new HsCode("84137099")), List.of())), Optional.empty());
        var paint = new ManifestConsignment(new BillNumber("HUBLRTM2600172"), Optional.empty(), ROTTERDAM, SHANGHAI, Optional.empty(),
                CustomsTreatment.IMPORT, PAINTER, Party.coded("TO ORDER"), Optional.of(Party.named("EAST LAKE CHEMICAL CO LTD")),
                Optional.empty(), Optional.empty(), List.of(paintBox(kilograms("12480"))),
                List.of(paint(List.of(new DangerousGoods("3", "1263", "23", "2")))), Optional.empty());

        Reading reading = read("cuscar_d95b_import_cargo_report.edi");

        assertThat(reading.parts).containsExactly(carrierManifest(pumps), carrierManifest(paint));
    }

    private static Manifest carrierManifest(ManifestConsignment consignment) {
        return new Manifest("CAR2603-017W", DocumentFunction.ORIGINAL, Instant.parse("2026-03-02T01:15:00Z"), voyage("017W"),
                Party.coded("HUBL"), Optional.of(Party.coded("HUBAGT")), Optional.of(ROTTERDAM), SHANGHAI, "2248", Optional.empty(),
                Optional.of(Instant.parse("2026-03-04T10:00:00Z")), List.of(consignment));
    }

    private static GoodsItem paint(List<DangerousGoods> dangerous) {
        return new GoodsItem(1, 80, "DR", "PAINT, FLAMMABLE", kilograms("8530"), List.of(), Optional.empty(), dangerous);
    }

    private static ManifestedContainer paintBox(Optional<BigDecimal> gross) {
        return new ManifestedContainer(PAINT_BOX, "45G1", "5", gross, Optional.empty(),
                List.of(new ContainerSeal("HB778813", "CA")), Optional.of(80));
    }

    @Test
    void readsTheHouseReportUnderTheMasterBillOfItsHeader() {
        var house = new ManifestConsignment(new BillNumber("HUBLRTM2600170"), Optional.of(new BillNumber("HBL260301")), ROTTERDAM,
                SHANGHAI, Optional.empty(), CustomsTreatment.IMPORT, PAINTER, Party.named("EAST LAKE CHEMICAL CO LTD"), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(paintBox(Optional.empty())), List.of(paint(List.of())), Optional.empty());

        Reading reading = read("cuscar_d16a_house_report.edi");

        assertThat(reading.parts).containsExactly(new Manifest("CAR2603-H1", DocumentFunction.ORIGINAL,
                Instant.parse("2026-03-02T01:30:00Z"), voyage("017W"), Party.coded("HUBL"), Optional.empty(), Optional.empty(), SHANGHAI,
                "", Optional.empty(), Optional.of(Instant.parse("2026-03-04T10:00:00Z")), List.of(house)));
    }

    @Test
    void readsTheImportDeclaration() {
        var item = new DeclaredItem(1, new HsCode("8413709990"), "CENTRIFUGAL PUMP, 7.5 KW", "NL", kilograms("9800"), kilograms("12450"),
                Optional.of(new Money(new BigDecimal("186400"), "EUR")), Optional.empty(), "", List.of(new Duty("CUD",
                Optional.of(new BigDecimal("8")), Optional.of(new Money(new BigDecimal("14912"), "")))));
        var declaration = new GoodsDeclaration(LRN, DocumentFunction.ORIGINAL, 1, Direction.IMPORT, "40", "2248",
                Optional.of(LocalDate.of(2026, 3, 4)), Optional.of(LocalDate.of(2026, 3, 4)), Optional.of(voyage("017W")), List.of(BILL),
                List.of(PUMPS_BOX), "NL", Optional.of(SHANGHAI), new Party("3122480007", "HUB CUSTOMS BROKERAGE CO LTD", "", "", "", ""),
                Optional.of(new Party("913101150000000000", "SHANGHAI BLUE CRANE TRADING CO LTD", "", "", "", "")),
                Optional.of(Party.named("NOORDZEE PUMPS BV")), Optional.of(420), "CT", kilograms("12450"), "CIF",
                Optional.of(new Money(new BigDecimal("186400"), "EUR")),
                List.of(new SupportingDocument("380", "NZP-26-0311", Optional.of(LocalDate.of(2026, 2, 10)), Optional.empty()),
                        new SupportingDocument("271", "NZP-26-0311P", Optional.empty(), Optional.empty())), List.of(item));

        assertThat(read("cusdec_d96b_import.edi").parts).containsExactly(declaration);
    }

    @Test
    void readsAcceptanceExaminationReleaseAndRejectionByCustoms() {
        assertThat(read("cusres_d96b_accept_exam_release.edi").parts).containsExactly(
                response("RS-0007-1", Decision.ACCEPTED, "2026-03-04T02:31:00Z", List.of(), List.of(), "", List.of(), List.of()),
                response("RS-0007-2", Decision.EXAMINATION_ORDERED, "2026-03-04T04:10:00Z", List.of(BILL), List.of(PUMPS_BOX), "",
                        List.of(), List.of(new Reason("", "", "PHYSICAL EXAMINATION AT PORT"))),
                response("RS-0007-3", Decision.RELEASED, "2026-03-05T08:05:00Z", List.of(BILL), List.of(PUMPS_BOX), "R2248260305001",
                        List.of(new Money(new BigDecimal("14912"), "")), List.of()),
                new CustomsResponse("RS-0009-1", Decision.NOT_ACCEPTED, Instant.parse("2026-03-04T02:40:00Z"),
                        Optional.of(new LocalReferenceNumber("DEC260304-0009")), Optional.empty(), List.of(), List.of(), "", "",
                        Optional.empty(), List.of(), List.of(new Reason("12", "1", "CONTAINER NUMBER NOT ON MANIFEST"))));
    }

    private static CustomsResponse response(String reference, Decision decision, String at, List<BillNumber> bills,
                                            List<ContainerNumber> containers, String release, List<Money> duties, List<Reason> reasons) {
        return new CustomsResponse(reference, decision, Instant.parse(at), Optional.of(LRN), Optional.of(ENTRY), bills, containers, "",
                release, Optional.empty(), duties, reasons);
    }

    @Test
    void readsTheReleaseOrderOfTheCarrier() {
        Instant issued = Instant.parse("2026-03-05T09:00:00Z");

        assertThat(read("coreor_d00b_release_order.edi").parts).containsExactly(new ContainerReleaseOrder("RO7700551",
                DocumentFunction.ORIGINAL, issued, "DO7700551", voyage("017W"), SHANGHAI, Party.coded("HUBL"), "HUBT1",
                Optional.of(CONSIGNEE), BILL, List.of(new ReleasedContainer(PUMPS_BOX, "22G1", List.of(SEAL), "R2248260305001", "HAUL77")),
                Optional.of(issued), "FREIGHT PAID, EBL SURRENDERED"));
    }

    @Test
    void readsTheGateReportsOfBothDirectories() {
        var out = moved(PUMPS_BOX, "22G1", Optional.of(BILL), "DO7700551", "2026-03-06T02:14:00Z", "14620", SEAL, "HUA12345");
        var in = moved(new ContainerNumber("HUBU3007777"), "45G1", Optional.empty(), "", "2026-03-06T03:21:00Z", "27840",
                new ContainerSeal("HB990021", "SH"), "HUB67890");

        assertThat(read("codeco_d95b_gate_in_out.edi").parts).containsExactly(
                gate("GO260306-000931", Movement.GATE_OUT, Optional.of(voyage("017W")), out),
                gate("GI260306-000942", Movement.GATE_IN, Optional.of(voyage("018E")), in));
        assertThat(read("codeco_d00b_gate_out.edi").parts).containsExactly(
                gate("GO260306-000931", Movement.GATE_OUT, Optional.empty(), out));
    }

    private static MovedContainer moved(ContainerNumber number, String size, Optional<BillNumber> bill, String release, String at,
                                        String gross, ContainerSeal seal, String plate) {
        return new MovedContainer(number, size, "5", bill, release, Instant.parse(at), kilograms(gross), List.of(seal), List.of(),
                "HAUL77", plate);
    }

    private static ContainerMovementReport gate(String reference, Movement movement, Optional<Voyage> voyage, MovedContainer container) {
        return new ContainerMovementReport(reference, DocumentFunction.ORIGINAL, movement, voyage, Optional.of(SHANGHAI), "HUBL",
                Optional.empty(), List.of(container));
    }

    @Test
    void readsTheDischargeReportPerBillAndPerContainer() {
        var pumps = new MovedContainer(PUMPS_BOX, "22G1", "5", Optional.of(BILL), "", Instant.parse("2026-03-04T18:03:00Z"),
                kilograms("14650"), List.of(SEAL), List.of(), "", "");
        var paint = new MovedContainer(PAINT_BOX, "45G1", "5", Optional.empty(), "", Instant.parse("2026-03-04T18:11:00Z"),
                Optional.empty(), List.of(), List.of("DENT"), "", "");

        assertThat(read("coarri_d95b_discharge_report.edi").parts).containsExactly(discharged(pumps), discharged(paint));
    }

    private static Document discharged(MovedContainer container) {
        return new ContainerMovementReport("DR-017W-1", DocumentFunction.ORIGINAL, Movement.DISCHARGED, Optional.of(voyage("017W")),
                Optional.of(SHANGHAI), "HUBL", Optional.of(Instant.parse("2026-03-04T09:42:00Z")), List.of(container));
    }

    @Test
    void readsTheContentAnswerOfTheTerminal() {
        assertThat(read("aperak_d96b_business_reject.edi").parts).containsExactly(new ContentReport("APK-0001",
                Instant.parse("2026-03-02T02:05:00Z"), "DL-017W-CNSHG", "HUBTERM", "HUBLINE", ContentReport.Verdict.NOT_ACCEPTED,
                List.of(new ContentError("E102", "HUBU2000021", "CONTAINER HUBU2000021 NOT IN BAYPLAN"))));
    }

    private static Reading read(String sample) {
        Reading reading = Reading.of(Fixtures.bytes("edifact/" + sample));
        assertThat(reading.findings).noneMatch(Finding::isError);
        assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
        return reading;
    }

    private static Voyage voyage(String number) {
        return new Voyage(new ImoNumber("9745677"), "HUB PIONEER", new VoyageNumber(number), "HUBL");
    }

    private static Optional<BigDecimal> kilograms(String value) {
        return Optional.of(new BigDecimal(value));
    }
}
