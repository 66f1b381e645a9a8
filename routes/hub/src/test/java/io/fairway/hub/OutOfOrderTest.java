package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Whatever order the world reports in, the case ends in the same state. */
class OutOfOrderTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final TestParty TERMINAL = HUB.party("HUBTERM");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is said about a shipment, each under its own interchange reference. */
    private static final List<BiConsumer<Shipment, String>> SAYINGS = List.of(
            (shipment, number) -> LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "M" + number)),
            (shipment, number) -> FORWARDER.submitAccepted(Voyages.cusdec(shipment, "D" + number)),
            (shipment, number) -> TERMINAL.submitAccepted(Voyages.coarri(List.of(shipment), "U" + number)),
            (shipment, number) -> LINE.submitAccepted(Voyages.coreor(shipment, "R" + number)));

    private final long seed = HUB.freshSeed();

    @Test
    void endsReadyForPickupInEveryOrderOfManifestDeclarationDischargeAndReleaseOrder() {
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3));
        for (int i = 0; i < orders.size(); i++) {
            Shipment shipment = Shipment.of(seed, i);
            String number = seed + "-" + i;
            orders.get(i).forEach(saying -> SAYINGS.get(saying).accept(shipment, number));
        }
        for (int i = 0; i < orders.size(); i++) {
            Shipment shipment = Shipment.of(seed, i);
            List<Integer> order = orders.get(i);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stateOf(shipment)).as("after " + order)
                    .isEqualTo("arrived in_yard customs:true carrier:true leave:true use:true pickup:true released"));
        }
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
}
