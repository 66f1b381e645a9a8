package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever order the world reports in, the case ends in the same state. */
class OutOfOrderTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final TestParty TERMINAL = HUB.party("HUBTERM");
    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What is said about a shipment, each under its own interchange reference. */
    private static final List<BiConsumer<Shipment, String>> SAYINGS = List.of(
            (shipment, number) -> LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "M" + number)),
            (shipment, number) -> FORWARDER.submitAccepted(Voyages.cusdec(shipment, "D" + number)),
            (shipment, number) -> TERMINAL.submitAccepted(Voyages.coarri(List.of(shipment), "U" + number)),
            (shipment, number) -> LINE.submitAccepted(Voyages.coreor(shipment, "R" + number)));

    private final long seed = HUB.freshSeed();

    @Test
    void endsReadyForPickupInEveryOrderOfManifestDeclarationDischargeAndReleaseOrder() throws Exception {
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Boolean>> stories = IntStream.range(0, orders.size()).mapToObj(i -> story(i, orders.get(i))).toList();
            for (Future<Boolean> told : threads.invokeAll(stories)) {
                assertThat(told.get()).isTrue();
            }
        }
        for (int i = 0; i < orders.size(); i++) {
            Shipment shipment = Shipment.of(seed, i);
            List<Integer> order = orders.get(i);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stateOf(shipment)).as("after " + order)
                    .isEqualTo("arrived in_yard customs:true carrier:true leave:true use:true pickup:true released"));
        }
    }

    /** Everything about one shipment, one after the other in the order. */
    private Callable<Boolean> story(int place, List<Integer> order) {
        return () -> {
            order.forEach(saying -> SAYINGS.get(saying).accept(Shipment.of(seed, place), seed + "-" + place));
            return true;
        };
    }

    /** All orders of some things. */
    private static List<List<Integer>> orders(List<Integer> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : things) {
            List<Integer> others = things.stream().filter(thing -> !thing.equals(first)).toList();
            orders(others).forEach(rest -> {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            });
        }
        return all;
    }

    private static String stateOf(Shipment shipment) {
        JsonNode detail = LINE.consignment(shipment.bill());
        JsonNode container = detail.at("/containers/0");
        String stage = FORWARDER.list("/api/declarations?lrn=" + shipment.lrn()).stream().map(found -> found.path("stage").asText())
                .findFirst().orElse("undeclared");
        return "%s %s customs:%s carrier:%s leave:%s use:%s pickup:%s %s".formatted(detail.at("/consignment/manifest").asText(),
                container.path("position").asText(), container.path("customsReleased").asText(), container.has("carrierRelease"),
                container.path("leaveAllowed").asText(), container.path("useAllowed").asText(), container.path("readyForPickup").asText(), stage);
    }

    @Test
    void keepsWhatCustomsSaysUntilDeclarationAndManifestAreKnown() {
        Shipment shipment = Shipment.of(seed, 100);
        HUB.counterpart("CNCUSTOMS").post("/script", Map.of("declarations", List.of(Map.of("lrn", shipment.lrn(), "steps", List.of())),
                "manifests", List.of(Map.of("code", "01", "at", "2026-03-02T09:21:00+08:00"))));
        for (CustomsSays word : List.of(CustomsSays.RELEASED, CustomsSays.ACCEPTED, CustomsSays.REGISTERED)) {
            JsonNode early = HUB.party("CNCUSTOMS").submitAccepted(response(word, shipment));
            assertThat(early.at("/tally/refused").asInt()).as(early.toPrettyString()).isZero();
        }
        FORWARDER.submitAccepted(Voyages.cusdec(shipment, "D" + seed));
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stateOf(shipment))
                .isEqualTo("accepted announced customs:true carrier:false leave:true use:true pickup:false released"));
    }

    /** What customs says, in the order in which it happens, with its function code. */
    private enum CustomsSays {
        REGISTERED("02"), ACCEPTED("01"), RELEASED("08");

        private final String function;

        CustomsSays(String function) {
            this.function = function;
        }
    }

    private byte[] response(CustomsSays word, Shipment shipment) {
        return Fixtures.variant("xml/WCO_RES_DMS_release.xml").replacing("HUBIM-260304-0007", shipment.lrn())
                .replacing(">08<", ">" + word.function + "<").replacing("20260305160500Z", "2026030516050" + word.ordinal() + "Z")
                .replacing("5fd30da3b0a04b38a8b0b5b0f4d1f001", "RES" + word + seed).bytes();
    }
}
