package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.DECLARATION;
import static io.fairway.clearance.ClearanceSamples.KEY;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.border;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.customs;
import static io.fairway.clearance.ClearanceSamples.declaration;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.ClearanceSamples.minute;
import static io.fairway.clearance.ClearanceSamples.releaseOrder;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.ContainerState.Position;
import io.fairway.clearance.Notice.Recipient;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.DocumentFunction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts count by their own time, whatever order they arrive in. */
class ArrivalOrderTest {

    private static Story wholeStory() {
        Story story = Story.withAcceptedDeclaration();
        story.customs(Answer.about(Decision.DOCUMENTS_REQUIRED).documents("380"));
        story.attach("380");
        story.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X1").at(ExaminationPlace.BOTH));
        story.hold("B1", BOX);
        story.discharge(BOX, SECOND_BOX);
        story.customs(Answer.about(Decision.EXAMINATION_PASSED).id("X1").at(ExaminationPlace.PORT));
        story.lift("B1");
        story.customs(Answer.about(Decision.DUTY_ASSESSED).duty("14912"));
        story.customs(Answer.about(Decision.DUTY_PAID).duty("14912"));
        story.customs(Answer.about(Decision.RELEASED).containers(BOX));
        story.releaseByCarrier(BOX, SECOND_BOX);
        story.gateOut(BOX);
        story.customs(Answer.about(Decision.RELEASED).containers(SECOND_BOX));
        story.revokeByCarrier(SECOND_BOX);
        return story;
    }

    private static CaseState told(List<RecordedEvent> events) {
        Instant afterwards = minute(1_000);
        ClearanceCase current = ClearanceCase.opened(KEY, ClearanceRules.STANDARD);
        for (RecordedEvent event : events) {
            Source source = new Source(event.sender(), EnumSet.allOf(Role.class), "", "", afterwards);
            switch (current.decide(event.event(), event.occurredAt(), source)) {
                case io.fairway.clearance.Decision.Applied applied -> current = current.with(applied.events());
                case io.fairway.clearance.Decision.Kept kept -> current = current.with(kept.events());
                case io.fairway.clearance.Decision.Repeated _, io.fairway.clearance.Decision.Refused _ ->
                        throw new AssertionError("A legal fact was not taken: " + event);
            }
        }
        return current.state();
    }

    private static void assertSame(CaseState actual, CaseState expected) {
        assertThat(actual.manifest()).isEqualTo(expected.manifest());
        assertThat(actual.declarations()).isEqualTo(expected.declarations());
        assertThat(actual.containers()).isEqualTo(expected.containers());
        assertThat(actual.holds()).isEqualTo(expected.holds());
        assertThat(actual.examinations()).isEqualTo(expected.examinations());
        assertThat(actual.alerts()).isEqualTo(expected.alerts());
        assertThat(actual.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946})
    void comesToTheSameStateInWhateverOrderALegalHistoryArrives(long seed) {
        Story story = wholeStory();
        List<RecordedEvent> events = new ArrayList<>(story.asCase().events());
        Collections.shuffle(events, new Random(seed));

        assertSame(told(events), story.state());
    }

    @Test
    void comesToTheSameStateBackwards() {
        Story story = wholeStory();

        assertSame(told(story.asCase().events().reversed()), story.state());
        assertThat(story.state().containers().get(BOX).position()).isEqualTo(Position.GATED_OUT);
        assertThat(story.state().useAllowed(BOX)).as("destination examination is open").isFalse();
    }

    @Test
    void letsALateHoldBeatAnOlderRelease() {
        Story ready = Story.ready();
        var beaten = applied(ready.customsLate(Answer.about(Decision.HOLD_PLACED).id("H1"), 8));

        assertThat(ready.state().leaveAllowed(BOX)).isFalse();
        assertThat(beaten.notices()).extracting(Notice::recipient).contains(Recipient.TERMINAL, Recipient.HAULIER, Recipient.DECLARANT);
    }

    @Test
    void overturnsAReleaseThatWasGivenWhileAnUnheardHoldStoodAndTellsThoseWhoHadHeardOfIt() {
        Story ready = Story.ready();
        ready.pause(5);
        Instant beforeRelease = minute(5);
        var late = applied(ready.asCase().decide(new HoldPlaced(new Hold(Agency.BORDER, "B1", "", List.of())), beforeRelease, border(ready.now())));

        assertThat(late.reconsidered()).singleElement().satisfies(event -> {
            assertThat(event.disposition()).isEqualTo(RecordedEvent.Disposition.KEPT);
            assertThat(event.reason()).hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("HELD"));
        });
        assertThat(late.notices()).filteredOn(notice -> notice.document() instanceof CustomsResponse response
                        && response.decision() == Decision.RELEASE_CANCELLED).extracting(Notice::recipient)
                .contains(Recipient.DECLARANT, Recipient.CARRIER, Recipient.TERMINAL, Recipient.HAULIER);
        assertThat(ready.asCase().with(late.events()).state().leaveAllowed(BOX)).isFalse();
    }

    @Test
    void letsARevocationBeatAnOlderReleaseThatArrivesLater() {
        Story accepted = Story.withAcceptedDeclaration();
        accepted.pause(20);
        assertKept(accepted.customsLate(Answer.about(Decision.RELEASE_CANCELLED), 15), "NOT_RELEASED");
        accepted.customsLate(Answer.about(Decision.RELEASED), 10);

        assertThat(accepted.state().leaveAllowed(BOX)).isFalse();
        assertThat(accepted.state().stage(DECLARATION)).isEqualTo(DeclarationStage.CANCELLED);
    }

    @Test
    void letsARevocationByTheCarrierBeatItsOlderOrderThatArrivesLater() {
        Story released = Story.released();
        released.discharge(BOX);
        released.pause(20);
        released.say(releaseOrder(DocumentFunction.CANCEL, minute(15), Optional.empty(), BOX), carrier(released.now()));
        released.say(releaseOrder(DocumentFunction.ORIGINAL, minute(12), Optional.empty(), BOX), carrier(released.next()));

        assertThat(released.state().carrierReleased(BOX)).isFalse();
    }

    @Test
    void neverLetsAWrongDateInTheFutureOutrunALaterRevocation() {
        Story released = Story.released();
        released.discharge(BOX);
        released.say(releaseOrder(DocumentFunction.ORIGINAL, Instant.parse("2036-01-01T00:00:00Z"), Optional.empty(), BOX), carrier(released.next()));
        assertThat(released.state().readyForPickup(BOX)).isTrue();
        released.revokeByCarrier(BOX);

        assertThat(released.state().readyForPickup(BOX)).isFalse();
    }

    @Test
    void takesAnAnswerAfterItsQuestionAlthoughTheClockOfCustomsIsBehind() {
        Story story = Story.withManifest();
        story.pause(100);
        story.say(declaration(DocumentFunction.ORIGINAL, 1), forwarder(story.now()));
        story.customs(Answer.about(Decision.ACCEPTED));
        story.amend(2, BOX);
        applied(story.customsLate(Answer.about(Decision.AMENDMENT_GRANTED), 95));

        assertThat(story.state().declarations().get(DECLARATION).version()).isEqualTo(2);
    }

    @Test
    void takesFactsOfOneMinuteInWhateverOrderTheyFit() {
        Story story = Story.withManifest();
        Instant minute = story.next();
        story.say(declaration(DocumentFunction.ORIGINAL, 1), forwarder(minute));
        assertKept(story.say(Answer.about(Decision.RELEASED).decidedAt(minute), customs(minute)), "NOT_IN_THIS_STATE");
        story.say(Answer.about(Decision.ACCEPTED).decidedAt(minute), customs(minute));

        assertThat(story.state().leaveAllowed(BOX)).isTrue();
    }

    @Test
    void showsAnEarlierGateOutAsWrongWhenALateHoldProvesToBeOlder() {
        Story gone = Story.ready();
        gone.gateOut(BOX);
        gone.customsLate(Answer.about(Decision.HOLD_PLACED).id("H1"), 8);

        assertThat(gone.state().kept()).singleElement().satisfies(event -> assertThat(event.reason()).hasValueSatisfying(reason ->
                assertThat(reason.code()).isEqualTo("GATE_OUT_WITHOUT_RELEASE")));
        assertThat(gone.state().alerts()).isNotEmpty();
    }
}
