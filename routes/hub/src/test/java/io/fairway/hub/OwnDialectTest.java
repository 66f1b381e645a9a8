package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A partner with a dialect of its own, added as docs/dialects.md says: a folder and an entry, nothing compiled. */
class OwnDialectTest {
    private static final RunningHub HUB = RunningHub.instance();

    private final long seed = HUB.freshSeed();
    private final Shipment shipment = Shipment.of(seed, 0);

    @Test
    void theTerminalOfThePageIsToldTheReleaseInItsOwnDialect() {
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));
        HUB.party("HUBLINE").submitAccepted(atNorthTerminal(Voyages.coreor(shipment, "R" + seed)));

        await().until(() -> HUB.counterpart("NORTHTERM").toldAbout(shipment.container()).size() == 1);
        assertThat(HUB.counterpart("NORTHTERM").toldAbout(shipment.container()).getFirst().body())
                .startsWith("order;bill;container;until\n").contains(";" + shipment.bill() + ";" + shipment.container() + ";");
    }

    private static byte[] atNorthTerminal(byte[] order) {
        return new String(order, StandardCharsets.ISO_8859_1).replace("HUBT1", "NTHT1").getBytes(StandardCharsets.ISO_8859_1);
    }
}
