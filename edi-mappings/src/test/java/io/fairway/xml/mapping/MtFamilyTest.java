package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.Verdict;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.LoadDischargeOrder;
import io.fairway.document.LoadDischargeOrder.Operation;
import io.fairway.document.LoadDischargeOrder.OrderedContainer;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.fixture.Fixtures;
import io.fairway.json.mapping.GeneratedDocuments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages of the manifest family beside the original manifest. */
class MtFamilyTest {
    private static final int DOCUMENTS = 200;
    private static final OutboundEnvelope ENVELOPE = RoundTripTest.envelope(Environment.LIVE);
    private static final BillNumber BILL = new BillNumber("HUBLSHG2600455");

    @Test
    void aPreLoadingManifestIsReadAsAnExport() {
        Reading reading = Reading.of(Fixtures.bytes("xml/MT2101_pre_loading_manifest.xml"));

        assertThat(reading.findings).isEmpty();
        assertThat(reading.message.orElseThrow().type()).isEqualTo("MT2101");
        var manifest = (Manifest) reading.parts.getFirst();
        assertThat(manifest.portOfDeparture().orElseThrow().value()).isEqualTo("CNSHG");
        assertThat(manifest.customsOffice()).isEqualTo("2248");
        assertThat(manifest.portOfArrival().value()).isEqualTo("NLRTM");
        assertThat(manifest.consignments()).singleElement().satisfies(consignment ->
                assertThat(consignment.treatment()).isEqualTo(CustomsTreatment.EXPORT));
    }

    @Test
    void anArrivalReportSaysThatTheContainersOfTheBillCameThroughTheGate() {
        Reading reading = Reading.of(Fixtures.bytes("xml/MT3101_export_arrival_report.xml"));

        assertThat(reading.findings).isEmpty();
        var report = (ContainerMovementReport) reading.parts.getFirst();
        assertThat(report.movement()).isEqualTo(Movement.GATE_IN);
        assertThat(report.port().orElseThrow().value()).isEqualTo("CNSHG");
        assertThat(report.containers()).singleElement().satisfies(container -> {
            assertThat(container.number().value()).isEqualTo("HUBU3007777");
            assertThat(container.bill()).contains(BILL);
            assertThat(container.movedAt()).isEqualTo(Instant.parse("2026-03-06T03:21:00Z"));
        });
        assertThat(reading.lineages.getFirst().origins()).anySatisfy(origin -> {
            assertThat(origin.path()).isEqualTo("containers[0].number");
            assertThat(origin.place().segment()).isEqualTo("Manifest/Declaration/TransportEquipment/EquipmentIdentification/ID");
        });
    }

    @Test
    void aLoadingManifestIsAnOrderToLoad() {
        Reading reading = Reading.of(Fixtures.bytes("xml/MT4101_loading_manifest.xml"));

        assertThat(reading.findings).isEmpty();
        var order = (LoadDischargeOrder) reading.parts.getFirst();
        assertThat(order.operation()).isEqualTo(Operation.LOAD);
        assertThat(order.containers()).singleElement().satisfies(container -> assertThat(container.bill()).contains(BILL));
        assertThat(order.carrier()).isEqualTo("HUBL");
        assertThat(reading.lineages.getFirst().unused()).extracting(loss -> loss.value()).contains("20260308000000");
    }

    @Test
    void aTallyReportSaysWhatWasDischarged() {
        Reading reading = Reading.of(Fixtures.bytes("xml/MT5101_import_tally.xml"));

        assertThat(reading.findings).isEmpty();
        var report = (ContainerMovementReport) reading.parts.getFirst();
        assertThat(report.movement()).isEqualTo(Movement.DISCHARGED);
        assertThat(report.operator()).isEqualTo("2248913101150");
        assertThat(report.shipArrivedAt()).contains(Instant.parse("2026-03-04T09:42:00Z"));
        assertThat(report.containers()).singleElement().satisfies(container ->
                assertThat(container.movedAt()).isEqualTo(Instant.parse("2026-03-04T22:00:00Z")));
    }

    @Test
    void aReportWithoutContainersOrTimesIsNotComplete() {
        Reading reading = Reading.of(Fixtures.bytes("xml/MT5101_no_times.xml"));

        assertThat(reading.parts).isEmpty();
        assertThat(reading.codes()).containsExactly("CONTAINER_CHECK_DIGIT", "VALUE_MISSING");
    }

    @Test
    void aPreLoadingManifestComesBackAsItWas() {
        var samples = new DocumentSamples(11);
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = samples.manifest();

            Reading reading = Reading.of(RoundTripTest.writer("MT2101").write(manifest, ENVELOPE));

            assertThat(reading.findings).isEmpty();
            assertThat(reading.parts).hasSize(manifest.consignments().size());
            for (int part = 0; part < reading.parts.size(); part++) {
                var read = (Manifest) reading.parts.get(part);
                assertThat(read).usingRecursiveComparison().ignoringFields("reference", "function", "consignments").isEqualTo(manifest);
                assertThat(read.consignments()).containsExactly(manifest.consignments().get(part));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MT3101, GATE_IN", "MT5101, DISCHARGED", "MT5102, LOADED"})
    void aReportOfMovedContainersComesBackAsItWas(String form, Movement movement) {
        var generated = new GeneratedDocuments(form.hashCode());
        for (int i = 0; i < DOCUMENTS; i++) {
            ContainerMovementReport report = report(generated.document(ContainerMovementReport.class), movement, i % 2 == 0);

            Reading reading = Reading.of(RoundTripTest.writer(form).write(report, ENVELOPE));

            assertThat(reading.findings).isEmpty();
            assertThat(reading.parts).singleElement().usingRecursiveComparison().ignoringFields("reference").isEqualTo(report);
        }
    }

    private static ContainerMovementReport report(ContainerMovementReport drawn, Movement movement, boolean isOneBill) {
        List<MovedContainer> containers = drawn.containers().isEmpty() ? List.of(new GeneratedDocuments(1).document(ContainerMovementReport.class),
                new GeneratedDocuments(3).document(ContainerMovementReport.class), new GeneratedDocuments(5).document(ContainerMovementReport.class))
                .stream().flatMap(other -> other.containers().stream()).toList() : drawn.containers();
        Optional<BillNumber> bill = isOneBill ? Optional.of(BILL) : Optional.empty();
        List<MovedContainer> billed = containers.stream().map(old -> new MovedContainer(old.number(), old.sizeType(), old.fullness(), bill,
                old.releaseReference(), old.movedAt(), old.grossKilograms(), old.seals(), old.damages(), old.haulier(), old.truckPlate())).toList();
        return new ContainerMovementReport(drawn.reference(), DocumentFunction.ORIGINAL, movement, drawn.voyage(), drawn.port(), drawn.operator(),
                drawn.shipArrivedAt(), billed);
    }

    @Test
    void anOrderToLoadComesBackBillByBill() {
        var generated = new GeneratedDocuments(4101);
        for (int i = 0; i < DOCUMENTS; i++) {
            LoadDischargeOrder order = order(generated.document(LoadDischargeOrder.class), Operation.LOAD);

            Reading reading = Reading.of(RoundTripTest.writer("MT4101").write(order, ENVELOPE));

            assertThat(reading.findings).isEmpty();
            assertThat(reading.parts).singleElement().usingRecursiveComparison().ignoringFields("reference").isEqualTo(order);
        }
    }

    private static LoadDischargeOrder order(LoadDischargeOrder drawn, Operation operation) {
        OrderedContainer any = new GeneratedDocuments(2).document(LoadDischargeOrder.class).containers().getFirst();
        List<OrderedContainer> containers = drawn.containers().isEmpty() ? List.of(any) : drawn.containers();
        List<OrderedContainer> billed = containers.stream().map(old -> new OrderedContainer(old.number(), old.sizeType(), old.status(),
                old.fullness(), Optional.of(BILL), old.bookingNumber(), old.portOfLoading(), old.portOfDischarge(), old.cell(),
                old.grossKilograms(), old.verifiedKilograms(), old.seals(), old.dangerous())).toList();
        return new LoadDischargeOrder(drawn.reference(), DocumentFunction.CHANGE, operation, Optional.of(ENVELOPE.preparedAt()), drawn.voyage(),
                drawn.port(), drawn.estimatedArrival(), drawn.carrier(), billed);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void theReceiptOfAReportIsNoDecisionAboutABill(Verdict verdict) {
        List<ContentReport.ContentError> errors = verdict == Verdict.ACCEPTED ? List.of()
                : List.of(new ContentReport.ContentError("13101", "HUBU3007777", "container unknown"), new ContentReport.ContentError("X", "", "seal"));
        var report = new ContentReport("R", ENVELOPE.preparedAt(), "MT-4711", "EPORT", "2248913101150", verdict, errors);
        var swapped = new OutboundEnvelope("EPORT", "2248913101150", "R000002", ENVELOPE.preparedAt(), Environment.LIVE, Reading.ZONE);

        Reading reading = Reading.of(RoundTripTest.writer("MT3101-RECEIPT").write(report, swapped));

        assertThat(reading.findings).isEmpty();
        assertThat(reading.message.orElseThrow().type()).isEqualTo("MT3101-RECEIPT");
        assertThat(reading.parts).singleElement().usingRecursiveComparison().ignoringFields("reference").isEqualTo(report);
    }

    @Test
    void theReceiptOfAPreLoadingManifestDecides() {
        CustomsResponse receipt = new DocumentSamples(6).receipt(Decision.DO_NOT_LOAD);

        Reading reading = Reading.of(RoundTripTest.writer("MT2101-RECEIPT").write(receipt, ENVELOPE));

        assertThat(reading.parts).singleElement().usingRecursiveComparison().ignoringFields("reference").isEqualTo(receipt);
    }

    @Test
    void aFormRefusesWhatItCannotSay() {
        var generated = new GeneratedDocuments(9);
        LoadDischargeOrder discharge = order(generated.document(LoadDischargeOrder.class), Operation.DISCHARGE);
        ContainerMovementReport out = report(generated.document(ContainerMovementReport.class), Movement.GATE_OUT, true);

        assertRefused("MT4101", discharge, "an order to load only");
        assertRefused("MT3101", out, "GATE_IN only");
        assertRefused("MT2101", out, "a manifest only");
    }

    private static void assertRefused(String form, Document document, String why) {
        assertThatThrownBy(() -> RoundTripTest.writer(form).write(document, ENVELOPE)).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageContaining(why);
    }
}
