package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final String KEY = "Idempotency-Key";

    private final long seed = HUB.freshSeed();
    private final List<Shipment> shipments = Voyages.shipments(3, seed);
    private final byte[] manifest = Voyages.cuscar(shipments, "M" + seed);

    @Test
    void givesTheStoredFirstAnswerToTheSameBytes() {
        JsonNode first = LINE.submit(manifest);
        HttpResponse<byte[]> second = LINE.post(manifest);

        assertThat(second.headers().firstValue("Fairway-Repeat")).hasValue("true");
        assertThat(HttpCaller.json(second)).isEqualTo(first);
    }

    @Test
    void refusesOtherBytesUnderAUsedKeyAndNamesTheFirst() {
        JsonNode first = HttpCaller.json(LINE.post(manifest, KEY, "K" + seed));
        Shipment other = Shipment.of(seed, 7);

        JsonNode problem = assertProblem(LINE.post(Voyages.cuscar(List.of(other), "N" + seed), KEY, "K" + seed), 409, "IDEMPOTENCY_CONFLICT");

        assertThat(problem.path("first").asText()).isEqualTo(first.path("id").asText());
        assertThat(LINE.list("/api/interchanges?reference=N" + seed)).isEmpty();
        assertThat(LINE.list("/api/consignments?bill=" + other.bill())).isEmpty();
    }

    @Test
    void letsTwoPartiesUseTheSameKey() {
        LINE.submit(manifest);
        HttpResponse<byte[]> line = LINE.post(Voyages.cuscar(List.of(Shipment.of(seed, 8)), "O" + seed), KEY, "S" + seed);
        HttpResponse<byte[]> forwarder = HUB.party("HUBFWD").post(Voyages.cusdec(shipments.getFirst(), "D" + seed), KEY, "S" + seed);

        assertThat(line.statusCode()).isEqualTo(200);
        assertThat(forwarder.statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatAnInterchangeRepeatsOneOfAnotherTransmission() {
        JsonNode first = LINE.submitAccepted(manifest);
        JsonNode second = HttpCaller.json(LINE.post(manifest, KEY, "R" + seed)).at("/interchanges/0");

        assertThat(second.at("/interchange/verdict").asText()).isEqualTo("repeated");
        assertThat(second.at("/interchange/received/repeats").asText()).isEqualTo(first.at("/interchange/id").asText());
        assertThat(second.path("facts")).as("what came of the first").isEqualTo(first.path("facts"));
        assertAppliedOnce();
    }

    @Test
    void makesOneTransmissionOfFiftyConcurrentPostsOfTheSameBytes() throws Exception {
        List<String> ids;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> post = () -> HttpCaller.json(LINE.post(manifest)).path("id").asText();
            ids = threads.invokeAll(Collections.nCopies(50, post)).stream().map(Future::resultNow).toList();
        }

        assertThat(ids).hasSize(50).containsOnly(ids.getFirst());
        assertThat(LINE.list("/api/interchanges?direction=received&reference=M" + seed)).hasSize(1);
        assertThat(LINE.read("/api/transmissions/" + ids.getFirst()).at("/interchanges/0/tally/total").asInt()).isEqualTo(3);
        assertAppliedOnce();
    }

    private void assertAppliedOnce() {
        for (Shipment shipment : shipments) {
            await().untilAsserted(() -> assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(shipment.bill())).hasSize(1)
                    .allMatch(told -> told.conflicts() == 0));
            assertThat(LINE.consignment(shipment.bill()).at("/consignment/manifestVersion").asInt()).isEqualTo(1);
        }
    }
}
