package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.ClearanceSamples.terminal;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static io.fairway.clearance.Decisions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.clearance.BulkRelease.Standing;
import io.fairway.clearance.ClearanceEvent.BillMoved;
import io.fairway.clearance.ClearanceEvent.BulkFetched;
import io.fairway.clearance.ClearanceEvent.BulkReleaseEnded;
import io.fairway.clearance.ClearanceEvent.BulkReleased;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bulk cargo of a consignment: released by quantity, fetched in parts. */
class BulkReleaseTest {
    private static final String RELEASE = "REL1";
    private final Story story = Story.withManifest();

    private Decision released(long amount) {
        return story.tell(new BulkReleased(RELEASE, "IRON ORE", Optional.of(new BulkQuantity(amount, "KGM")), "hubhaul", Optional.empty()),
                carrier(story.next()));
    }

    private Decision fetched(long version, Optional<BulkQuantity> part) {
        return story.tell(new BulkFetched(RELEASE, version, part), terminal(story.next()));
    }

    private static Optional<BulkQuantity> kilograms(long amount) {
        return Optional.of(new BulkQuantity(amount, "KGM"));
    }

    private BulkRelease release() {
        return story.state().bulk().getFirst();
    }

    @Test
    void countsWhatWasFetchedAndWhatIsLeft() {
        applied(released(1_000));
        applied(fetched(4, kilograms(300)));
        applied(fetched(5, kilograms(500)));

        assertThat(release().taken()).contains(800L);
        assertThat(release().left()).contains(200L);
        assertThat(story.state().summary()).contains("Bulk release REL1: 1000 KGM of IRON ORE, 200 left.");
    }

    @Test
    void doesNotGuessWhatIsLeftWhenAPartIsNotKnown() {
        applied(released(1_000));
        applied(fetched(4, kilograms(300)));
        applied(fetched(5, Optional.empty()));

        assertThat(release().left()).isEmpty();
        assertThat(story.state().summary()).contains("Bulk release REL1: 1000 KGM of IRON ORE.");
    }

    @Test
    void saysThatSomethingWasFetchedBeforeCustomsLetItGo() {
        applied(released(1_000));
        applied(fetched(4, kilograms(300)));

        assertThat(story.state().alerts()).extracting(alert -> alert.reason().code()).contains("FETCHED_WITHOUT_CUSTOMS");
    }

    @Test
    void waitsForTheReleaseWhenAPartIsToldFirst() {
        assertKept(fetched(4, kilograms(300)), "NO_SUCH_RELEASE");
        applied(released(1_000));

        assertThat(release().left()).contains(700L);
    }

    @Test
    void waitsForTheBillsSurrender() {
        applied(story.tell(new BillMoved(1, 1, BillMoved.Standing.ISSUED), carrier(story.next())));

        assertKept(released(1_000), "BILL_NOT_SURRENDERED");

        assertThat(story.state().bulk()).isEmpty();
    }

    @Test
    void endsWhenItsCarrierTakesItBack() {
        applied(released(1_000));
        applied(story.tell(new BulkReleaseEnded(RELEASE), carrier(story.next())));

        assertThat(release().standing()).isEqualTo(Standing.ENDED);
        assertThat(story.state().summary()).contains("Bulk release REL1: 1000 KGM of IRON ORE, 1000 left, ended.");
    }

    @Test
    void isSaidByItsCarrierAndFetchedByWordOfTheTerminalOnly() {
        assertRefused(story.tell(new BulkReleased(RELEASE, "", Optional.empty(), "", Optional.empty()), forwarder(story.next())), "NOT_ENTITLED");
        applied(released(1_000));
        assertRefused(story.tell(new BulkFetched(RELEASE, 4, kilograms(1)), carrier(story.next())), "NOT_ENTITLED");
        assertRefused(story.tell(new BulkReleaseEnded(RELEASE), forwarder(story.next())), "NOT_ENTITLED");
    }

    @Test
    void hasNoQuantityOfNothing() {
        assertThatThrownBy(() -> new BulkQuantity(0, "KGM")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BulkQuantity(5, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
