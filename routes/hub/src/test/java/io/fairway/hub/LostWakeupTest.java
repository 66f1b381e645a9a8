package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The broker carries wake-ups, not truth. */
class LostWakeupTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final long seed = HUB.freshSeed();
    private final List<Shipment> shipments = Voyages.shipments(3, seed);

    @Test
    void finishesTheWorkWithoutABrokerAndGoesOnWithItAfterwards() throws Exception {
        HUB.process().stopBroker();
        try {
            HttpResponse<byte[]> answer = LINE.http().post("/api/transmissions", "application/edifact", Voyages.cuscar(shipments, "M" + seed));
            assertThat(answer.statusCode()).isEqualTo(202);
            String id = HttpCaller.json(answer).path("id").asText();

            await().atMost(PATIENCE).until(() -> LINE.read("/api/transmissions/" + id).path("state").asText().equals("settled"));
            for (Shipment shipment : shipments) {
                await().atMost(PATIENCE).until(() -> manifest(shipment).equals("accepted"));
                assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(shipment.bill())).hasSize(1);
            }
        } finally {
            HUB.process().startBroker();
        }
        JsonNode after = LINE.submitAccepted(Voyages.cuscar(List.of(Shipment.of(seed, 9)), "N" + seed));
        assertThat(after.at("/tally/applied").asInt()).isEqualTo(1);
    }

    private static String manifest(Shipment shipment) {
        return LINE.consignment(shipment.bill()).at("/consignment/manifest").asText();
    }
}
