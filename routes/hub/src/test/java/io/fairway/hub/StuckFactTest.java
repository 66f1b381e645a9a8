package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fact that cannot be applied blocks only its own consignment (P5), and is parked for all to see (P2). */
class StuckFactTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");

    private final long seed = HUB.freshSeed();
    private final List<Shipment> shipments = Voyages.shipments(3, seed);
    private final Shipment stuck = shipments.get(1);

    @AfterEach
    void mend() throws SQLException {
        HUB.process().asOwner("drop trigger if exists stuck on consignment; drop function if exists stuck()");
    }

    @Test
    void parksAFactThatCannotBeAppliedAndGoesOnWithTheOtherConsignments() throws SQLException {
        HUB.process().asOwner("""
                create function stuck() returns trigger language plpgsql as
                $$ begin if new.bill = '%s' then raise exception 'planted'; end if; return new; end $$;
                create trigger stuck before update on consignment for each row execute function stuck()""".formatted(stuck.bill()));

        JsonNode transmission = LINE.submit(Voyages.cuscar(shipments, "M" + seed));

        String id = "/api/transmissions/" + transmission.path("id").asText();
        await().atMost(Duration.ofMinutes(1)).until(() -> LINE.read(id).at("/interchanges/0/tally/parked").asInt() == 1);
        assertThat(LINE.read(id).at("/interchanges/0/tally/applied").asInt()).isEqualTo(2);
        assertThat(LINE.list("/api/consignments?bill=" + stuck.bill())).as("nothing half done").isEmpty();
        assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(stuck.bill())).isEmpty();
        for (Shipment other : List.of(shipments.getFirst(), shipments.getLast())) {
            await().until(() -> LINE.consignment(other.bill()).at("/consignment/manifest").asText().equals("accepted"));
        }
        String fact = LINE.read(id).at("/interchanges/0/facts/1/id").asText();
        assertThat(HUB.party("HUBOPS").list("/api/operations/overdue")).anyMatch(row -> row.path("id").asText().equals(fact)
                && row.path("parked").asBoolean() && row.path("cause").asText().contains("planted"));
        assertThat(LINE.read(id).toString()).as("the operator's cause is not for the sender").doesNotContain("planted", "PSQLException");
    }
}
