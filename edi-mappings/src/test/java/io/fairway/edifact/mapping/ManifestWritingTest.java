package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsItem;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Manifests of more than one consignment, and consignments of many containers. */
class ManifestWritingTest {
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUB", "HUBLINE", "FW0001",
            Instant.parse("2026-03-02T01:15:00Z"), Environment.LIVE, Reading.SHANGHAI);

    private final Manifest sample = new RandomDocuments(4).manifest();

    @Test
    void readsAManifestOfManyBillsBackAsOnePartPerBill() {
        List<ManifestConsignment> consignments = LongStream.range(0, 40)
                .mapToObj(seed -> new RandomDocuments(seed).manifest().consignments().getFirst()).toList();

        Reading reading = Reading.of(write(with(consignments)));

        assertThat(reading.findings).noneMatch(Finding::isError);
        assertThat(reading.parts).containsExactlyElementsOf(consignments.stream()
                .<Document>map(consignment -> with(List.of(consignment))).toList());
    }

    @Test
    void placesMoreContainersThanOneItemTakesWithTheNextItems() {
        ManifestConsignment full = holding(containers(150), items(2));

        Reading reading = Reading.of(write(with(List.of(full))));

        assertThat(reading.parts).containsExactly(with(List.of(full)));
    }

    @Test
    void refusesMoreContainersThanTheItemsTake() {
        Manifest manifest = with(List.of(holding(containers(100), items(1))));

        assertThatThrownBy(() -> write(manifest)).asInstanceOf(type(UnwritableDocumentException.class))
                .satisfies(refused -> assertThat(refused.path()).isEqualTo("consignments[0].containers"));
    }

    @Test
    void refusesAConsignmentWithoutGoods() {
        Manifest manifest = with(List.of(holding(List.of(), List.of())));

        assertThatThrownBy(() -> write(manifest)).asInstanceOf(type(UnwritableDocumentException.class))
                .satisfies(refused -> assertThat(refused.path()).isEqualTo("consignments[0].goods"));
    }

    @Test
    void refusesAContainerThatTwoBillsDescribeDifferently() {
        ManifestedContainer box = containers(1).getFirst();
        var other = new ManifestedContainer(box.number(), "45G1", box.fullness(), Optional.empty(), Optional.empty(), List.of(),
                Optional.of(2));
        Manifest manifest = with(List.of(holding(List.of(box), items(1)), holding(List.of(other), items(1))));

        assertThatThrownBy(() -> write(manifest)).asInstanceOf(type(UnwritableDocumentException.class))
                .satisfies(refused -> assertThat(refused.path()).isEqualTo("containers"));
    }

    private static List<ManifestedContainer> containers(int count) {
        var dice = new Dice(9);
        return IntStream.range(0, count).mapToObj(any -> dice.container()).distinct().map(number -> new ManifestedContainer(number,
                "22G1", "5", Optional.empty(), Optional.empty(), List.of(), Optional.of(1))).toList();
    }

    private static List<GoodsItem> items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> new GoodsItem(number, 10, "CT", "PUMPS", Optional.empty(), List.of(),
                Optional.empty(), List.of())).toList();
    }

    private ManifestConsignment holding(List<ManifestedContainer> containers, List<GoodsItem> goods) {
        ManifestConsignment one = sample.consignments().getFirst();
        return new ManifestConsignment(one.bill(), Optional.empty(), one.portOfLoading(), one.portOfDischarge(), Optional.empty(),
                one.treatment(), one.consignor(), one.consignee(), Optional.empty(), Optional.empty(), Optional.empty(), containers,
                goods, Optional.empty());
    }

    private Manifest with(List<ManifestConsignment> consignments) {
        return new Manifest(sample.reference(), sample.function(), sample.issuedAt(), sample.voyage(), sample.carrier(), sample.agent(),
                sample.portOfDeparture(), sample.portOfArrival(), sample.customsOffice(), sample.departedAt(), sample.estimatedArrival(),
                consignments);
    }

    private static byte[] write(Manifest manifest) {
        return Writers.named("CUSCAR:D:95B:UN").write(manifest, ENVELOPE);
    }
}
