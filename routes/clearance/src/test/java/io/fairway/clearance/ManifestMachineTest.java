package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.STRANGE_BOX;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.departed;
import static io.fairway.clearance.ClearanceSamples.manifest;
import static io.fairway.clearance.ClearanceSamples.minute;
import static io.fairway.clearance.ClearanceSamples.terminal;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.ClearanceEvent.ShipArrived;
import io.fairway.clearance.ClearanceEvent.TallyReported;
import io.fairway.clearance.ManifestState.Phase;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.DocumentFunction;
import io.fairway.document.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestMachineTest {
    private final Story story = new Story();

    @Test
    void lodgesAManifestAndAnnouncesItsContainers() {
        applied(story.lodge());

        assertThat(story.state().manifest().phase()).isEqualTo(Phase.LODGED);
        assertThat(story.state().manifest().version()).isEqualTo(1);
        assertThat(story.state().containers()).containsOnlyKeys(BOX, SECOND_BOX);
    }

    @Test
    void countsARepeatedManifestOnce() {
        var manifest = manifest(DocumentFunction.ORIGINAL, minute(1), BOX);
        story.say(manifest, carrier(minute(1)));

        assertThat(story.say(manifest, carrier(minute(2)))).isInstanceOf(io.fairway.clearance.Decision.Repeated.class);
        assertThat(story.asCase().events()).hasSize(1);
    }

    @Test
    void keepsASecondOriginalOfTheSameBill() {
        story.lodge();

        assertKept(story.say(manifest(DocumentFunction.ORIGINAL, story.next(), BOX), carrier(story.now())), "MANIFEST_ALREADY_LODGED");
        assertThat(story.state().manifest().containers()).containsExactly(BOX, SECOND_BOX);
    }

    @Test
    void tellsThatAManifestIsLateAndTakesItAllTheSame() {
        var late = departed(manifest(DocumentFunction.ORIGINAL, minute(0), BOX), minute(24 * 60 - 1));

        assertThat(applied(story.say(late, carrier(minute(0)))).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("MANIFEST_LATE");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void findsNothingWrongWithAManifestLodgedADayBeforeDeparture() {
        var inTime = departed(manifest(DocumentFunction.ORIGINAL, minute(0), BOX), minute(24 * 60));

        assertThat(applied(story.say(inTime, carrier(minute(0)))).findings()).isEmpty();
    }

    @Test
    void acceptsAManifestWhenCustomsDoes() {
        story.lodge();
        applied(story.customs(Decision.MANIFEST_ACCEPTED));

        assertThat(story.state().manifest().phase()).isEqualTo(Phase.ACCEPTED);
        assertKept(story.customs(Decision.MANIFEST_ACCEPTED), "MANIFEST_NOT_WAITING");
    }

    @Test
    void keepsAnAcceptanceOfAManifestThatWasNeverLodged() {
        assertKept(story.customs(Decision.MANIFEST_ACCEPTED), "NOTHING_TO_DECIDE");
        assertThat(story.state().manifest().phase()).isEqualTo(Phase.NONE);
    }

    @Test
    void rejectsAManifestWhichMayThenBeLodgedAgain() {
        story.lodge();
        applied(story.customs(Decision.MANIFEST_REJECTED));
        assertThat(story.state().manifest().phase()).isEqualTo(Phase.REJECTED);

        applied(story.lodge());
        assertThat(story.state().manifest().version()).isEqualTo(2);
        assertThat(story.state().manifest().phase()).isEqualTo(Phase.LODGED);
    }

    @Test
    void keepsARejectionOfAnAcceptedManifest() {
        assertKept(Story.withManifest().customs(Decision.MANIFEST_REJECTED), "NOTHING_TO_DECIDE");
    }

    @Test
    void forbidsLoadingUntilCustomsLiftsThat() {
        Story accepted = Story.withManifest();
        applied(accepted.customs(Decision.DO_NOT_LOAD));
        assertThat(accepted.state().manifest().phase()).isEqualTo(Phase.DO_NOT_LOAD);
        assertKept(accepted.lodge(), "DO_NOT_LOAD");

        applied(accepted.customs(Decision.MANIFEST_ACCEPTED));
        assertThat(accepted.state().manifest().phase()).isEqualTo(Phase.ACCEPTED);
    }

    @Test
    void keepsADoNotLoadAfterTheShipSailed() {
        story.say(departed(manifest(DocumentFunction.ORIGINAL, minute(1), BOX), minute(2)), carrier(minute(1)));

        assertKept(story.pause(5).customs(Decision.DO_NOT_LOAD), "ALREADY_LOADED");
    }

    @Test
    void amendsAnUnlockedManifestAtOnceWithTheNextVersion() {
        Story accepted = Story.withManifest();
        applied(accepted.say(manifest(DocumentFunction.CHANGE, accepted.next(), BOX), carrier(accepted.now())));

        assertThat(accepted.state().manifest().version()).isEqualTo(2);
        assertThat(accepted.state().manifest().containers()).containsExactly(BOX);
        assertThat(accepted.asCase().events()).as("the old version is kept").hasSize(3);
    }

    @Test
    void letsAnAmendmentOfALockedManifestWaitForCustoms() {
        Story locked = Story.withAcceptedDeclaration();
        applied(locked.say(manifest(DocumentFunction.CHANGE, locked.next(), BOX), carrier(locked.now())));
        assertThat(locked.state().manifest().version()).as("the old version is still in force").isEqualTo(1);
        assertThat(locked.state().manifest().pending()).isPresent();
        assertKept(locked.say(manifest(DocumentFunction.CHANGE, locked.next(), BOX), carrier(locked.now())), "AMENDMENT_PENDING");

        applied(locked.customs(Decision.AMENDMENT_GRANTED));
        assertThat(locked.state().manifest().version()).isEqualTo(2);
        assertThat(locked.state().manifest().pending()).isEmpty();
    }

    @Test
    void dropsAnAmendmentThatCustomsDenies() {
        Story locked = Story.withAcceptedDeclaration();
        locked.say(manifest(DocumentFunction.CHANGE, locked.next(), BOX), carrier(locked.now()));
        applied(locked.customs(Decision.AMENDMENT_DENIED));

        assertThat(locked.state().manifest().version()).isEqualTo(1);
        assertThat(locked.state().manifest().pending()).isEmpty();
    }

    @Test
    void keepsAGrantThatNobodyAskedForAndNeverUsesItLater() {
        Story locked = Story.withAcceptedDeclaration();
        assertKept(locked.customs(Decision.AMENDMENT_GRANTED), "NOTHING_TO_DECIDE");
        locked.say(manifest(DocumentFunction.CHANGE, locked.next(), BOX), carrier(locked.now()));

        assertThat(locked.state().manifest().version()).isEqualTo(1);
    }

    @Test
    void letsAnAmendmentWaitForTheAcceptanceOfItsManifest() {
        story.lodge();
        assertKept(story.say(manifest(DocumentFunction.CHANGE, story.next(), BOX), carrier(story.now())), "MANIFEST_NOT_ACCEPTED");
        var accepted = applied(story.customs(Decision.MANIFEST_ACCEPTED));

        assertThat(accepted.reconsidered()).hasSize(1);
        assertThat(story.state().manifest().version()).isEqualTo(2);
    }

    @Test
    void deletesAManifestNothingRestsOn() {
        Story accepted = Story.withManifest();
        applied(accepted.say(manifest(DocumentFunction.DELETE, accepted.next(), BOX), carrier(accepted.now())));

        assertThat(accepted.state().manifest().phase()).isEqualTo(Phase.DELETED);
        assertThat(accepted.state().leaveAllowed(BOX)).isFalse();
    }

    @Test
    void keepsADeletionWhileADeclarationRestsOnTheManifestOrGoodsAreDischarged() {
        Story declared = Story.withManifest();
        declared.declare();
        assertKept(declared.say(manifest(DocumentFunction.DELETE, declared.next(), BOX), carrier(declared.now())), "DECLARATION_ACTIVE");

        Story discharged = Story.withManifest();
        discharged.discharge(BOX);
        assertKept(discharged.say(manifest(DocumentFunction.DELETE, discharged.next(), BOX), carrier(discharged.now())), "ALREADY_DISCHARGED");
    }

    @Test
    void recordsTheArrivalOfTheShipOnce() {
        Story accepted = Story.withManifest();
        applied(accepted.tell(new ShipArrived(accepted.next()), terminal(accepted.now())));

        assertThat(accepted.state().manifest().phase()).isEqualTo(Phase.ARRIVED);
        assertKept(accepted.tell(new ShipArrived(accepted.next()), terminal(accepted.now())), "ALREADY_ARRIVED");
    }

    @Test
    void letsTheArrivalWaitUntilBorderHasClearedTheBerth() {
        Story accepted = Story.withManifest();
        accepted.hold("B1");
        assertKept(accepted.tell(new ShipArrived(accepted.next()), terminal(accepted.now())), "BERTH_NOT_CLEARED");
        accepted.lift("B1");

        assertThat(accepted.state().manifest().phase()).isEqualTo(Phase.ARRIVED);
    }

    @Test
    void wantsConsentForAnAmendmentAfterArrival() {
        Story arrived = Story.withManifest();
        arrived.tell(new ShipArrived(arrived.next()), terminal(arrived.now()));
        arrived.say(manifest(DocumentFunction.CHANGE, arrived.next(), BOX), carrier(arrived.now()));

        assertThat(arrived.state().manifest().pending()).isPresent();
    }

    @Test
    void alertsWhenTheTallyDiffersFromTheManifest() {
        Story arrived = Story.withManifest();
        assertKept(arrived.tell(new TallyReported("T0", List.of(BOX)), terminal(arrived.now())), "SHIP_NOT_ARRIVED");
        arrived.tell(new ShipArrived(arrived.next()), terminal(arrived.now()));
        assertThat(arrived.state().manifest().phase()).as("the waiting tally goes on").isEqualTo(Phase.TALLIED);

        assertThat(arrived.state().alerts()).singleElement().satisfies(alert -> assertThat(alert.reason().code()).isEqualTo("TALLY_DIFFERENCE"));
        assertKept(arrived.tell(new TallyReported("T1", List.of(STRANGE_BOX)), terminal(arrived.next())), "ALREADY_TALLIED");
    }

    @Test
    void closesTheManifestWhenAllIsReleasedAndReopensItWhenAReleaseIsCancelled() {
        Story released = Story.released();
        released.tell(new ShipArrived(released.next()), terminal(released.now()));
        released.tell(new TallyReported("T1", List.of(BOX, SECOND_BOX)), terminal(released.next()));
        assertThat(released.state().alerts()).isEmpty();
        assertThat(released.state().manifest().phase()).isEqualTo(Phase.CLOSED);

        released.customs(Answer.about(Decision.RELEASE_CANCELLED));
        assertThat(released.state().manifest().phase()).isEqualTo(Phase.TALLIED);
    }

    @Test
    void liftsOnlyTheHoldOfTheAgencyThatPlacedIt() {
        Story accepted = Story.withManifest();
        accepted.hold("B1");
        accepted.tell(new HoldPlaced(new Hold(Agency.CUSTOMS, "B1", "", List.of())), ClearanceSamples.customs(accepted.next()));
        accepted.tell(new HoldLifted(Agency.CUSTOMS, "B1"), ClearanceSamples.customs(accepted.next()));

        assertThat(accepted.state().holds()).singleElement().satisfies(hold -> assertThat(hold.agency()).isEqualTo(Agency.BORDER));
    }
}
