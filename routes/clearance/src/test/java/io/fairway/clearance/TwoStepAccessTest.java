package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.KEY;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.border;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.ExaminationConcluded;
import io.fairway.clearance.ClearanceEvent.ExaminationConcluded.Result;
import io.fairway.clearance.ClearanceEvent.ExaminationOrdered;
import io.fairway.clearance.ClearanceRules.PortExamination;
import io.fairway.clearance.ClearanceRules.PreLodging;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two-step access (GACC notice 2019/160): leaving and using are allowed separately. */
class TwoStepAccessTest {
    private final Story story = Story.withAcceptedDeclaration();

    private void order(ExaminationPlace place) {
        applied(story.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X1").at(place)));
    }

    private void pass(ExaminationPlace place) {
        applied(story.customs(Answer.about(Decision.EXAMINATION_PASSED).id("X1").at(place)));
    }

    private void assertAccess(boolean leave, boolean use) {
        assertThat(story.state().leaveAllowed(BOX)).as("leave").isEqualTo(leave);
        assertThat(story.state().useAllowed(BOX)).as("use").isEqualTo(use);
    }

    @Test
    void allowsBothStepsOnReleaseWhenNothingIsToBeExamined() {
        assertAccess(false, false);
        story.customs(Answer.about(Decision.RELEASED));

        assertAccess(true, true);
    }

    @Test
    void allowsBothStepsOncePortExaminationIsPassed() {
        order(ExaminationPlace.PORT);
        assertThat(story.state().stage(ClearanceSamples.DECLARATION)).isEqualTo(DeclarationStage.EXAMINATION);
        pass(ExaminationPlace.PORT);
        assertThat(story.state().stage(ClearanceSamples.DECLARATION)).isEqualTo(DeclarationStage.ACCEPTED);
        story.customs(Answer.about(Decision.RELEASED));

        assertAccess(true, true);
    }

    @Test
    void letsGoodsLeaveForExaminationAtDestinationButNotBeUsed() {
        order(ExaminationPlace.DESTINATION);
        applied(story.customs(Answer.about(Decision.RELEASED)));
        assertAccess(true, false);
        assertThat(story.state().reasonsAgainstUse(BOX)).singleElement()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("EXAMINATION_AT_DESTINATION"));
        assertKept(story.customs(Answer.about(Decision.CLOSED)), "EXAMINATION_OPEN");

        pass(ExaminationPlace.DESTINATION);
        assertAccess(true, true);
    }

    @Test
    void wantsThePortPartOfADoubleExaminationBeforeLeavingAndTheOtherBeforeUse() {
        order(ExaminationPlace.BOTH);
        pass(ExaminationPlace.PORT);
        story.customs(Answer.about(Decision.RELEASED));
        assertAccess(true, false);

        pass(ExaminationPlace.DESTINATION);
        assertAccess(true, true);
    }

    @Test
    void mergesThePortPartIntoTheDestinationOnApplication() {
        order(ExaminationPlace.BOTH);
        order(ExaminationPlace.DESTINATION);
        story.customs(Answer.about(Decision.RELEASED));

        assertAccess(true, false);
    }

    @Test
    void keepsAReleaseWhileThePortExaminationIsOpenWhereAResultIsNeeded() {
        ClearanceRules strict = new ClearanceRules(PreLodging.WAITS_FOR_MANIFEST, PortExamination.NEEDS_RESULT, Duration.ofHours(24));
        order(ExaminationPlace.PORT);
        ClearanceCase strictCase = new ClearanceCase(KEY, strict, story.asCase().events());

        assertKept(strictCase.decide(Answer.about(Decision.RELEASED).decidedAt(story.next()), ClearanceSamples.customs(story.now())),
                "EXAMINATION_AT_PORT");
    }

    @Test
    void takesTheReleaseOfCustomsAsTheResultOfItsOwnPortExamination() {
        order(ExaminationPlace.PORT);
        applied(story.customs(Answer.about(Decision.RELEASED)));

        assertAccess(true, true);
    }

    @Test
    void neverTakesTheReleaseOfCustomsAsTheResultOfAnotherAgency() {
        applied(story.tell(new ExaminationOrdered(Agency.BORDER, "E7", ExaminationPlace.PORT, List.of(BOX)), border(story.next())));
        assertKept(story.customs(Answer.about(Decision.RELEASED)), "EXAMINATION_AT_PORT");
        assertAccess(false, false);

        applied(story.tell(new ExaminationConcluded(Agency.BORDER, "E7", ExaminationPlace.PORT, Result.PASSED), border(story.next())));
        applied(story.customs(Answer.about(Decision.RELEASED)));
        assertAccess(true, true);
    }

    @Test
    void opensOneOrderPerPlaceAndAgencyButSeveralAgenciesMayExamineJointly() {
        order(ExaminationPlace.PORT);
        assertKept(story.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X2").at(ExaminationPlace.PORT)), "EXAMINATION_OPEN");
        assertKept(story.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X1").at(ExaminationPlace.PORT)), "EXAMINATION_OPEN");
        applied(story.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X3").at(ExaminationPlace.DESTINATION)));
        applied(story.tell(new ExaminationOrdered(Agency.BORDER, "E7", ExaminationPlace.PORT, List.of()), border(story.next())));

        assertThat(story.state().openExaminations()).hasSize(3);
    }

    @Test
    void turnsADiscrepancyIntoAHold() {
        order(ExaminationPlace.PORT);
        applied(story.customs(Answer.about(Decision.DISCREPANCY_FOUND).id("X1")));
        assertThat(story.state().stage(ClearanceSamples.DECLARATION)).isEqualTo(DeclarationStage.HELD);
        assertKept(story.customs(Answer.about(Decision.RELEASED)), "HELD");

        applied(story.customs(Answer.about(Decision.HOLD_LIFTED).id("X1")));
        applied(story.customs(Answer.about(Decision.RELEASED)));
    }

    @Test
    void keepsResultsOfExaminationsNobodyOrdered() {
        assertKept(story.customs(Answer.about(Decision.EXAMINATION_PASSED).id("X9")), "EXAMINATION_UNKNOWN");
        assertKept(story.tell(new ExaminationConcluded(Agency.BORDER, "E9", ExaminationPlace.PORT, Result.PASSED), border(story.next())),
                "EXAMINATION_UNKNOWN");
        order(ExaminationPlace.PORT);
        assertKept(story.customs(Answer.about(Decision.EXAMINATION_PASSED).id("X1").at(ExaminationPlace.DESTINATION)), "EXAMINATION_UNKNOWN");
    }

    @Test
    void keepsAnExaminationOrderBeforeAcceptanceAndAfterRelease() {
        Story submitted = Story.withManifest();
        submitted.declare();
        assertKept(submitted.customs(Answer.about(Decision.EXAMINATION_ORDERED)), "NOT_IN_THIS_STATE");
        assertKept(Story.released().customs(Answer.about(Decision.EXAMINATION_ORDERED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void examinesOneContainerAndReleasesTheOther() {
        story.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X1").at(ExaminationPlace.PORT).containers(BOX));
        applied(story.customs(Answer.about(Decision.RELEASED).containers(SECOND_BOX)));

        assertThat(story.state().leaveAllowed(SECOND_BOX)).isTrue();
        assertAccess(false, false);
    }
}
