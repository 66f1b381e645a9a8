package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.DECLARATION;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.STRANGE_BOX;
import static io.fairway.clearance.ClearanceSamples.declaration;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.DocumentFunction;
import io.fairway.document.id.LocalReferenceNumber;
import org.junit.jupiter.api.Test;

class CustomsReleaseTest {
    private final Story story = Story.withAcceptedDeclaration();

    @Test
    void releasesEveryContainerWhenNoneIsNamed() {
        applied(story.customs(Answer.about(Decision.RELEASED)));

        assertThat(story.state().stage(DECLARATION)).isEqualTo(DeclarationStage.RELEASED);
        assertThat(story.state().customsReleased(BOX)).isTrue();
        assertThat(story.state().customsReleased(SECOND_BOX)).isTrue();
        assertThat(story.state().declarations().get(DECLARATION).releaseNumber()).isEqualTo("R2248260305001");
    }

    @Test
    void releasesOnlyTheContainersThatAreNamed() {
        applied(story.customs(Answer.about(Decision.RELEASED).containers(BOX)));
        assertThat(story.state().stage(DECLARATION)).isEqualTo(DeclarationStage.PARTLY_RELEASED);
        assertThat(story.state().leaveAllowed(BOX)).isTrue();
        assertThat(story.state().leaveAllowed(SECOND_BOX)).isFalse();

        applied(story.customs(Answer.about(Decision.RELEASED).containers(SECOND_BOX)));
        assertThat(story.state().stage(DECLARATION)).isEqualTo(DeclarationStage.RELEASED);
        assertThat(story.state().leaveAllowed(SECOND_BOX)).isTrue();
    }

    @Test
    void keepsAReleaseOfAContainerTheDeclarationDoesNotCover() {
        assertKept(story.customs(Answer.about(Decision.RELEASED).containers(STRANGE_BOX)), "CONTAINER_NOT_COVERED");
        assertThat(story.state().leaveAllowed(STRANGE_BOX)).isFalse();
    }

    @Test
    void keepsAReleaseBeforeAcceptanceAndASecondOne() {
        Story submitted = Story.withManifest();
        submitted.declare();
        assertKept(submitted.customs(Answer.about(Decision.RELEASED)), "NOT_IN_THIS_STATE");
        submitted.customs(Answer.about(Decision.ACCEPTED));
        assertThat(submitted.state().leaveAllowed(BOX)).as("a release from before acceptance never counts").isFalse();

        assertKept(Story.released().customs(Answer.about(Decision.RELEASED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void waitsForAllDeclarationsThatCoverAContainer() {
        var other = new LocalReferenceNumber("DEC260304-0008");
        story.say(declaration(other, DocumentFunction.ORIGINAL, 1, BOX), forwarder(story.next()));
        story.customs(Answer.about(Decision.RELEASED));

        assertThat(story.state().customsReleased(BOX)).isFalse();
        assertThat(story.state().customsReleased(SECOND_BOX)).as("only one declaration covers it").isTrue();
        assertThat(story.state().reasonsAgainstLeaving(BOX)).singleElement()
                .satisfies(reason -> assertThat(reason.text().en()).contains("DEC260304-0008"));
    }

    @Test
    void ignoresDeclarationsThatCustomsRefused() {
        var other = new LocalReferenceNumber("DEC260304-0008");
        story.say(declaration(other, DocumentFunction.ORIGINAL, 1, BOX), forwarder(story.next()));
        story.customs(Answer.about(Decision.NOT_ACCEPTED).lrn(other.value()));
        story.customs(Answer.about(Decision.RELEASED));

        assertThat(story.state().customsReleased(BOX)).isTrue();
    }

    @Test
    void revokesTheWholeReleaseAndStopsThePickup() {
        Story ready = Story.ready();
        assertThat(ready.state().readyForPickup(BOX)).isTrue();
        applied(ready.customs(Answer.about(Decision.RELEASE_CANCELLED)));

        assertThat(ready.state().stage(DECLARATION)).isEqualTo(DeclarationStage.CANCELLED);
        assertThat(ready.state().leaveAllowed(BOX)).isFalse();
        assertThat(ready.state().readyForPickup(SECOND_BOX)).isFalse();
    }

    @Test
    void revokesOneContainerOnly() {
        Story ready = Story.ready();
        applied(ready.customs(Answer.about(Decision.RELEASE_CANCELLED).containers(BOX)));

        assertThat(ready.state().leaveAllowed(BOX)).isFalse();
        assertThat(ready.state().leaveAllowed(SECOND_BOX)).isTrue();
        applied(ready.customs(Answer.about(Decision.RELEASED).containers(BOX)));
        assertThat(ready.state().leaveAllowed(BOX)).isTrue();
    }

    @Test
    void recallsAContainerThatHasLeft() {
        Story gone = Story.ready();
        gone.gateOut(BOX);
        applied(gone.customs(Answer.about(Decision.RELEASE_CANCELLED)));

        assertThat(gone.state().alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo(BOX.value());
            assertThat(alert.reason().code()).isEqualTo("RECALL");
        });
    }

    @Test
    void keepsARevocationOfWhatWasNeverReleased() {
        assertKept(story.customs(Answer.about(Decision.RELEASE_CANCELLED)), "NOT_RELEASED");
    }

    @Test
    void doesNotLetATradeHoldStopCustomsFromReleasingButStopsTheContainer() {
        story.tell(new ClearanceEvent.HoldPlaced(new Hold(Agency.CARRIER, "C1", "freight unpaid", java.util.List.of())),
                ClearanceSamples.carrier(story.next()));
        applied(story.customs(Answer.about(Decision.RELEASED)));

        assertThat(story.state().customsReleased(BOX)).isTrue();
        assertThat(story.state().leaveAllowed(BOX)).isFalse();
    }

    @Test
    void keepsAReleaseWhileAnAuthorityHoldsTheContainerButReleasesTheOthers() {
        story.hold("B1", BOX);
        assertKept(story.customs(Answer.about(Decision.RELEASED)), "HELD");

        applied(story.customs(Answer.about(Decision.RELEASED).containers(SECOND_BOX)));
        assertThat(story.state().leaveAllowed(SECOND_BOX)).isTrue();
        assertThat(story.state().leaveAllowed(BOX)).isFalse();
    }
}
