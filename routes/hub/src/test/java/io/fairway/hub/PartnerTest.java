package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.fixture.simulator.Mode;
import io.fairway.hub.Counterpart.Told;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A counterpart that fails slows nobody else (P16), and gets everything once it is back (P4). */
class PartnerTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final Counterpart CUSTOMS = HUB.counterpart("CNCUSTOMS");
    private static final Counterpart CARRIER = HUB.counterpart("HUBLINE");
    private static final Duration PROMPTLY = Duration.ofSeconds(30);

    private final long seed = HUB.freshSeed();
    private final List<Shipment> shipments = Voyages.shipments(6, seed);

    @AfterEach
    void mend() {
        CUSTOMS.become(Mode.NORMAL);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "WRONG", "DOWN"})
    void goesOnTellingOthersAndCatchesUpInOrderWhenCustomsIsBack(Mode trouble) {
        CUSTOMS.become(trouble);
        LINE.submitAccepted(Voyages.cuscar(shipments, "M" + seed));
        shipments.forEach(shipment -> FORWARDER.submitAccepted(Voyages.cusdec(shipment, "D" + shipment.container().substring(2))));

        await().atMost(PROMPTLY).until(() -> CARRIER.toldAbout("UCI+M" + seed + "+").size() == 1);
        if (trouble != Mode.DOWN) {
            await().until(() -> shipments.stream().flatMap(shipment -> CUSTOMS.toldAbout(shipment.bill()).stream()).anyMatch(told -> told.times() > 1));
        }
        CUSTOMS.become(Mode.NORMAL);

        for (Shipment shipment : shipments) {
            await().atMost(Duration.ofMinutes(1)).until(() -> stage(shipment).equals("released"));
            List<Told> told = CUSTOMS.toldAbout(shipment.bill());
            assertThat(told).extracting(Told::what).as(told.toString()).hasSize(2);
            assertThat(told.getFirst().body()).doesNotContain(shipment.lrn());
            assertThat(told.getLast().body()).contains(shipment.lrn());
            assertThat(told).allMatch(each -> each.conflicts() == 0);
        }
    }

    private static String stage(Shipment shipment) {
        return FORWARDER.list("/api/declarations?lrn=" + shipment.lrn()).stream().map(found -> found.path("stage").asText())
                .findFirst().orElse("");
    }

    @Test
    void showsTheSenderWhatIsNotDeliveredYetAndWhy() {
        CUSTOMS.become(Mode.WRONG);
        String id = LINE.submitAccepted(Voyages.cuscar(shipments.subList(0, 1), "M" + seed)).at("/interchange/id").asText();

        await().until(() -> LINE.list("/api/interchanges/" + id + "/deliveries").stream()
                .anyMatch(delivery -> delivery.path("recipient").asText().equals("CNCUSTOMS") && delivery.path("state").asText().equals("waiting")
                        && delivery.path("attempts").asInt() > 1 && !delivery.path("cause").asText().isEmpty()));
        CUSTOMS.become(Mode.NORMAL);
        await().until(() -> LINE.list("/api/interchanges/" + id + "/deliveries").stream()
                .allMatch(delivery -> delivery.path("state").asText().equals("delivered")));
    }
}
