package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.DECLARATION;
import static io.fairway.clearance.ClearanceSamples.LRN;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.customs;
import static io.fairway.clearance.ClearanceSamples.declaration;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.TechnicallyRejected;
import io.fairway.clearance.ClearanceRules.PortExamination;
import io.fairway.clearance.ClearanceRules.PreLodging;
import io.fairway.clearance.Notice.Recipient;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.DocumentFunction;
import io.fairway.document.id.EntryNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeclarationMachineTest {
    private final Story story = Story.withManifest();

    private DeclarationStage stage(Story told) {
        return told.state().stage(DECLARATION);
    }

    @Test
    void submitsADeclarationThatRestsOnAnAcceptedManifest() {
        applied(story.declare());

        assertThat(stage(story)).isEqualTo(DeclarationStage.SUBMITTED);
    }

    @Test
    void keepsADeclarationPreLodgedUntilTheManifestIsAcceptedAndThenSendsItOn() {
        Story early = new Story();
        assertThat(applied(early.declare()).notices()).isEmpty();
        early.lodge();
        assertThat(stage(early)).isEqualTo(DeclarationStage.PRE_LODGED);

        var accepted = applied(early.customs(Decision.MANIFEST_ACCEPTED));
        assertThat(stage(early)).isEqualTo(DeclarationStage.SUBMITTED);
        assertThat(accepted.notices()).anySatisfy(notice -> {
            assertThat(notice.recipient()).isEqualTo(Recipient.CUSTOMS);
            assertThat(notice.document()).isEqualTo(declaration(DocumentFunction.ORIGINAL, 1));
        });
    }

    @Test
    void sendsAPreLodgedDeclarationToCustomsAtOnceWhereThePortAllowsIt() {
        Story early = new Story(new ClearanceRules(PreLodging.GOES_TO_CUSTOMS, PortExamination.ENDS_WITH_RELEASE, Duration.ofHours(24)));

        assertThat(applied(early.declare()).notices()).singleElement()
                .satisfies(notice -> assertThat(notice.recipient()).isEqualTo(Recipient.CUSTOMS));
    }

    @Test
    void returnsAnUnreadableDeclarationToItsDeclarantWhoCorrectsItUnderTheSameNumber() {
        story.declare();
        applied(story.tell(new TechnicallyRejected(LRN.value(), "segment missing"), customs(story.next())));
        assertThat(stage(story)).isEqualTo(DeclarationStage.DRAFT);

        applied(story.say(declaration(DocumentFunction.ORIGINAL, 2), forwarder(story.next())));
        assertThat(stage(story)).isEqualTo(DeclarationStage.SUBMITTED);
        assertThat(story.state().declarations().get(DECLARATION).version()).isEqualTo(2);
    }

    @Test
    void keepsATechnicalRejectionOfSomethingUnknown() {
        assertKept(story.tell(new TechnicallyRejected("NOBODY-1", ""), customs(story.next())), "NOTHING_TO_ANSWER");
    }

    @Test
    void registersWithTheEntryNumberOfCustoms() {
        story.declare();
        applied(story.customs(Answer.about(Decision.REGISTERED)));

        assertThat(stage(story)).isEqualTo(DeclarationStage.REGISTERED);
        assertThat(story.state().declarations().get(DECLARATION).entryNumber()).contains(Answer.ENTRY);
        assertKept(story.customs(Answer.about(Decision.REGISTERED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void endsADeclarationThatCustomsDoesNotAccept() {
        story.declare();
        story.customs(Answer.about(Decision.REGISTERED));
        applied(story.customs(Answer.about(Decision.NOT_ACCEPTED)));

        assertThat(stage(story)).isEqualTo(DeclarationStage.REJECTED);
        assertKept(story.amend(2), "DECLARATION_ENDED");
        assertKept(story.customs(Answer.about(Decision.ACCEPTED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void acceptsARegisteredOrASubmittedDeclaration() {
        story.declare();
        story.customs(Answer.about(Decision.REGISTERED));
        applied(story.customs(Answer.about(Decision.ACCEPTED)));
        assertThat(stage(story)).isEqualTo(DeclarationStage.ACCEPTED);

        assertThat(stage(Story.withAcceptedDeclaration())).isEqualTo(DeclarationStage.ACCEPTED);
    }

    @Test
    void keepsAnAnswerToADeclarationNobodyLodged() {
        assertKept(story.customs(Answer.about(Decision.ACCEPTED).lrn("DEC-UNKNOWN")), "DECLARATION_UNKNOWN");
        assertThat(story.state().kept()).hasSize(1);
    }

    @Test
    void keepsAnAnswerWithAnotherEntryNumber() {
        Story accepted = Story.withAcceptedDeclaration();

        assertKept(accepted.customs(Answer.about(Decision.RELEASED).entry("224820261000000099")), "ENTRY_NUMBER_DIFFERS");
        assertThat(accepted.state().leaveAllowed(BOX)).isFalse();
    }

    @Test
    void findsTheDeclarationByItsEntryNumberAlone() {
        Story accepted = Story.withAcceptedDeclaration();
        applied(accepted.customs(Answer.aboutBill(Decision.RELEASED).entry(Answer.ENTRY.value())));

        assertThat(accepted.state().declarations().get(DECLARATION).entryNumber()).contains(new EntryNumber("224820261000000017"));
        assertThat(accepted.state().leaveAllowed(BOX)).isTrue();
    }

    @Test
    void checksDocumentsUntilThoseAskedForAreUploaded() {
        Story accepted = Story.withAcceptedDeclaration();
        applied(accepted.customs(Answer.about(Decision.DOCUMENTS_REQUIRED).documents("380", "271")));
        assertThat(stage(accepted)).isEqualTo(DeclarationStage.DOCUMENT_CHECK);
        assertKept(accepted.customs(Answer.about(Decision.RELEASED)), "DOCUMENTS_OUTSTANDING");

        accepted.attach("380");
        assertThat(accepted.state().declarations().get(DECLARATION).documentsOutstanding()).containsExactly("271");
        var told = applied(accepted.attach("271"));
        assertThat(stage(accepted)).isEqualTo(DeclarationStage.ACCEPTED);
        assertThat(told.notices()).singleElement().satisfies(notice -> assertThat(notice.recipient()).isEqualTo(Recipient.CUSTOMS));
        applied(accepted.customs(Answer.about(Decision.RELEASED)));
    }

    @Test
    void asksForTheListedDocumentsWhenCustomsDoesNotSayWhich() {
        Story accepted = Story.withAcceptedDeclaration();
        accepted.customs(Answer.about(Decision.DOCUMENTS_REQUIRED));

        assertThat(accepted.state().declarations().get(DECLARATION).documentsOutstanding()).containsExactly("380");
    }

    @Test
    void endsTheDocumentCheckWhenCustomsIsSatisfied() {
        Story accepted = Story.withAcceptedDeclaration();
        assertKept(accepted.customs(Answer.about(Decision.DOCUMENTS_SUFFICIENT)), "NOT_IN_THIS_STATE");
        accepted.customs(Answer.about(Decision.DOCUMENTS_REQUIRED).documents("380"));
        applied(accepted.customs(Answer.about(Decision.DOCUMENTS_SUFFICIENT)));

        assertThat(stage(accepted)).isEqualTo(DeclarationStage.ACCEPTED);
    }

    @Test
    void keepsADocumentDemandBeforeAcceptance() {
        story.declare();

        assertKept(story.customs(Answer.about(Decision.DOCUMENTS_REQUIRED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void holdsADeclarationAtAnyTimeBeforeRelease() {
        story.declare();
        applied(story.customs(Answer.about(Decision.HOLD_PLACED).id("H1")));
        story.customs(Answer.about(Decision.ACCEPTED));
        assertThat(stage(story)).isEqualTo(DeclarationStage.HELD);
        assertKept(story.customs(Answer.about(Decision.HOLD_PLACED).id("H1")), "HOLD_STANDS");
        assertKept(story.customs(Answer.about(Decision.RELEASED)), "HELD");

        applied(story.customs(Answer.about(Decision.HOLD_LIFTED).id("H1")));
        assertThat(stage(story)).isEqualTo(DeclarationStage.ACCEPTED);
        applied(story.customs(Answer.about(Decision.RELEASED)));
    }

    @Test
    void keepsALiftOfAHoldThatDoesNotStandOrIsNotNamedClearly() {
        assertKept(story.customs(Answer.about(Decision.HOLD_LIFTED).id("H9")), "HOLD_UNKNOWN");
        story.customs(Answer.aboutBill(Decision.HOLD_PLACED).id("H1"));
        story.customs(Answer.aboutBill(Decision.HOLD_PLACED).id("H2"));

        assertKept(story.customs(Answer.aboutBill(Decision.HOLD_LIFTED)), "HOLD_UNKNOWN");
        assertThat(story.state().holds()).hasSize(2);
    }

    @Test
    void wantsTheDutyPaidInFullBeforeRelease() {
        Story accepted = Story.withAcceptedDeclaration();
        applied(accepted.customs(Answer.about(Decision.DUTY_ASSESSED).duty("14912.00")));
        assertThat(stage(accepted)).isEqualTo(DeclarationStage.DUTY_DUE);
        assertKept(accepted.customs(Answer.about(Decision.RELEASED)), "DUTY_DUE");
        assertKept(accepted.customs(Answer.about(Decision.DUTY_PAID).duty("14911.99")), "DUTY_NOT_COVERED");

        applied(accepted.customs(Answer.about(Decision.DUTY_PAID).duty("14912")));
        assertThat(stage(accepted)).isEqualTo(DeclarationStage.ACCEPTED);
        applied(accepted.customs(Answer.about(Decision.RELEASED)));
    }

    @Test
    void takesAGuaranteeInPlaceOfPayment() {
        Story accepted = Story.withAcceptedDeclaration();
        assertKept(accepted.customs(Answer.about(Decision.GUARANTEE_ACCEPTED)), "NOT_IN_THIS_STATE");
        accepted.customs(Answer.about(Decision.DUTY_ASSESSED).duty("14912"));
        applied(accepted.customs(Answer.about(Decision.GUARANTEE_ACCEPTED).duty("20000")));

        assertThat(accepted.state().declarations().get(DECLARATION).duty().status()).isEqualTo(DutyAccount.Status.GUARANTEED);
    }

    @Test
    void keepsAnAssessmentBeforeAcceptance() {
        story.declare();

        assertKept(story.customs(Answer.about(Decision.DUTY_ASSESSED).duty("1")), "NOT_IN_THIS_STATE");
    }

    @Test
    void amendsWithTheConsentOfCustomsAndTheNextVersion() {
        Story accepted = Story.withAcceptedDeclaration();
        applied(accepted.amend(2, BOX));
        assertThat(stage(accepted)).isEqualTo(DeclarationStage.AMENDMENT_PENDING);
        assertThat(accepted.state().declarations().get(DECLARATION).version()).isEqualTo(1);
        assertKept(accepted.customs(Answer.about(Decision.RELEASED)), "AMENDMENT_PENDING");

        applied(accepted.customs(Answer.about(Decision.AMENDMENT_GRANTED)));
        assertThat(stage(accepted)).isEqualTo(DeclarationStage.ACCEPTED);
        assertThat(accepted.state().declarations().get(DECLARATION).version()).isEqualTo(2);
        applied(accepted.customs(Answer.about(Decision.RELEASED)));
        assertThat(accepted.state().customsReleased(SECOND_BOX)).as("version 2 covers one container").isFalse();
    }

    @Test
    void runsTheChecksOfAnAmendedDeclarationAnew() {
        Story accepted = Story.withAcceptedDeclaration();
        accepted.customs(Answer.about(Decision.DUTY_ASSESSED).duty("1"));
        accepted.customs(Answer.about(Decision.DUTY_PAID));
        accepted.amend(2);
        accepted.customs(Answer.about(Decision.AMENDMENT_GRANTED));

        assertThat(accepted.state().declarations().get(DECLARATION).duty()).isEqualTo(DutyAccount.NONE);
    }

    @Test
    void keepsTheOldVersionWhenCustomsDenies() {
        Story accepted = Story.withAcceptedDeclaration();
        accepted.amend(2, BOX);
        applied(accepted.customs(Answer.about(Decision.AMENDMENT_DENIED)));

        assertThat(stage(accepted)).isEqualTo(DeclarationStage.ACCEPTED);
        assertThat(accepted.state().declarations().get(DECLARATION).version()).isEqualTo(1);
        assertKept(accepted.customs(Answer.about(Decision.AMENDMENT_GRANTED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void keepsAnAmendmentWithAWrongVersionUnderExaminationOrAfterRelease() {
        Story accepted = Story.withAcceptedDeclaration();
        assertKept(accepted.amend(1), "VERSION_OUT_OF_ORDER");
        accepted.customs(Answer.about(Decision.EXAMINATION_ORDERED).id("X1").at(ExaminationPlace.PORT));
        assertKept(accepted.amend(2), "UNDER_EXAMINATION");

        assertKept(Story.released().amend(2), "DECLARATION_ENDED");
    }

    @Test
    void appliesVersionsThatArriveInTheWrongOrderOnceTheMissingOneIsThere() {
        Story early = new Story();
        early.declare();
        assertKept(early.amend(3, SECOND_BOX), "VERSION_OUT_OF_ORDER");
        applied(early.amend(2, BOX));

        assertThat(early.state().declarations().get(DECLARATION).version()).isEqualTo(3);
    }

    @Test
    void keepsTheSameNumberWithOtherContentAndRepeatsNothingForTheSameContent() {
        story.declare();
        assertThat(story.declare()).isInstanceOf(io.fairway.clearance.Decision.Repeated.class);

        assertKept(story.say(declaration(DocumentFunction.ORIGINAL, 1, BOX), forwarder(story.next())), "DUPLICATE_LRN");
        assertThat(story.state().declarations().get(DECLARATION).current().containers()).isEmpty();
    }

    @Test
    void cancelsBeforeReleaseWhenCustomsConsents() {
        Story accepted = Story.withAcceptedDeclaration();
        applied(accepted.say(declaration(DocumentFunction.CANCEL, 1), forwarder(accepted.next())));
        assertThat(stage(accepted)).as("customs has to consent").isEqualTo(DeclarationStage.ACCEPTED);

        applied(accepted.customs(Answer.about(Decision.CANCELLED)));
        assertThat(stage(accepted)).isEqualTo(DeclarationStage.CANCELLED);
        assertKept(accepted.customs(Answer.about(Decision.RELEASED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void withdrawsAtOnceWhatCustomsNeverHad() {
        Story early = new Story();
        early.declare();
        early.say(declaration(DocumentFunction.CANCEL, 1), forwarder(early.next()));
        assertThat(stage(early)).isEqualTo(DeclarationStage.WITHDRAWN);
        early.lodge();

        assertThat(applied(early.customs(Decision.MANIFEST_ACCEPTED)).notices()).noneMatch(notice -> notice.recipient() == Recipient.CUSTOMS);
    }

    @Test
    void keepsACancellationAfterRelease() {
        Story released = Story.released();

        assertKept(released.say(declaration(DocumentFunction.CANCEL, 1), forwarder(released.next())), "DECLARATION_ENDED");
        assertKept(released.customs(Answer.about(Decision.CANCELLED)), "NOT_IN_THIS_STATE");
    }

    @Test
    void closesAReleasedDeclarationAndNoOther() {
        assertKept(Story.withAcceptedDeclaration().customs(Answer.about(Decision.CLOSED)), "NOT_IN_THIS_STATE");

        Story released = Story.released();
        applied(released.customs(Answer.about(Decision.CLOSED)));
        assertThat(stage(released)).isEqualTo(DeclarationStage.CLOSED);
        assertThat(released.state().customsReleased(BOX)).isTrue();
    }
}
