package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.clearance.Role;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.hub.RoleTable.Cell;
import io.fairway.usecase.Sight;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a case the terminal sees, beside those whose business it is. */
class SightTest {
    private static final RunningHub HUB = RunningHub.instance();

    @Test
    void isWholeForTheRolesThatTheDocumentNames() {
        Map<Role, Cell> agencies = RoleTable.fields().rows().get("timeline: manifest, customs and agencies");
        Map<Role, Cell> words = RoleTable.fields().rows().get("container: which authority holds it, and the words of the hold");

        for (Role role : Role.values()) {
            Sight expected = agencies.get(role) == Cell.YES ? Sight.WHOLE : Sight.CARGO_ONLY;
            assertThat(Sight.of(Set.of(role))).as(role.name()).isEqualTo(expected);
            assertThat(words.get(role)).as(role.name()).isEqualTo(agencies.get(role));
        }
        assertThat(Sight.of(EnumSet.of(Role.TERMINAL, Role.CARRIER))).isEqualTo(Sight.WHOLE);
        assertThat(Sight.of(Set.of())).isEqualTo(Sight.CARGO_ONLY);
    }

    @Test
    void tellsTheTerminalThatTheCargoIsHeldAndNotByWhomOrWhy() {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        HUB.counterpart("CNCUSTOMS").post("/script", Map.of("declarations", List.of(Map.of("lrn", shipment.lrn(), "steps", List.of(
                Map.of("answer", "REGISTERED"), Map.of("answer", "ACCEPTED"), Map.of("answer", "HOLD_PLACED", "text", "COUNTERFEIT GOODS",
                        "says", Map.of("HOLD", "H-" + shipment.lrn())))))));
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "S" + shipment.lrn().substring(3)));
        HUB.party("HUBFWD").submitAccepted(Voyages.cusdec(shipment, "T" + shipment.lrn().substring(3)));
        HUB.party("HUBLINE").submitAccepted(Voyages.coreor(shipment, "U" + shipment.lrn().substring(3)));
        await().until(() -> HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/held").asBoolean());
        await().until(() -> HUB.party("HUBTERM").list("/api/consignments?bill=" + shipment.bill()).size() == 1);

        JsonNode terminal = HUB.party("HUBTERM").consignment(shipment.bill());
        String timeline = HUB.party("HUBTERM").read("/api/consignments/" + terminal.at("/consignment/id").asText() + "/timeline").toString();

        assertThat(HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/holds/0/id").asText()).contains(shipment.lrn());
        assertThat(terminal.at("/consignment/held").asBoolean()).isTrue();
        assertThat(terminal.at("/containers/0/held").asBoolean()).isTrue();
        assertThat(terminal.at("/containers/0/customsReleased").asBoolean()).isFalse();
        assertThat(terminal.at("/containers/0/seals/0").asText()).isEqualTo(shipment.seal());
        assertThat(terminal.toString() + timeline).doesNotContain(shipment.lrn(), "COUNTERFEIT", "customs)", "DeclarationSubmitted");
        assertThat(timeline).contains("CarrierReleased").doesNotContain("CustomsDecided", "ManifestLodged");
        await().until(() -> !HUB.counterpart("HUBTERM").toldAbout("DO-" + shipment.bill()).isEmpty());
        assertThat(HUB.counterpart("HUBTERM").toldAbout(shipment.bill())).isNotEmpty()
                .noneSatisfy(told -> assertThat(told.body()).contains("BLUE CRANE"));
    }
}
