package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.STRANGE_BOX;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.customs;
import static io.fairway.clearance.ClearanceSamples.manifest;
import static io.fairway.clearance.ClearanceSamples.minute;
import static io.fairway.clearance.ClearanceSamples.terminal;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertKept;
import static io.fairway.clearance.Decisions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.MovedContainer;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContentReport;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.DocumentFunction;
import io.fairway.document.SyntaxReport;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestimonyTest {
    private static final BillNumber OTHER_BILL = new BillNumber("HUBLRTM2600172");
    private final Story story = Story.withManifest();

    private static MovedContainer withoutBill(ContainerNumber number, Instant at) {
        return new MovedContainer(number, "22G1", "5", Optional.empty(), "", at, Optional.empty(), List.of(), List.of(), "", "");
    }

    @Test
    void refusesWhatIsAboutAnotherBill() {
        ClearanceCase other = ClearanceCase.opened(new ConsignmentKey("HUBLINE", OTHER_BILL), ClearanceRules.STANDARD);

        assertRefused(other.decide(manifest(DocumentFunction.ORIGINAL, minute(1), BOX), carrier(minute(1))), "NOT_ABOUT_THIS_CONSIGNMENT");
        assertRefused(other.decide(Answer.aboutBill(Decision.MANIFEST_ACCEPTED).decidedAt(minute(1)), customs(minute(1))),
                "NOT_ABOUT_THIS_CONSIGNMENT");
    }

    @Test
    void refusesAFunctionThatSaysNothingHere() {
        assertRefused(story.say(manifest(DocumentFunction.RESPONSE, minute(1), BOX), carrier(minute(1))), "NOT_ABOUT_THIS_CONSIGNMENT");
    }

    @Test
    void refusesASyntaxReport() {
        var report = new SyntaxReport("CR1", "A", "B", SyntaxReport.Action.REJECTED, Optional.empty(), "", List.of());

        assertRefused(story.say(report, customs(story.next())), "NOT_ABOUT_THIS_CONSIGNMENT");
    }

    @Test
    void takesAContentReportOfCustomsAsATechnicalRejection() {
        story.declare();
        var report = new ContentReport("A1", story.next(), ClearanceSamples.LRN.value(), "CNCUSTOMS", "FAIRWAY",
                ContentReport.Verdict.NOT_ACCEPTED, List.of());
        applied(story.say(report, customs(story.now())));

        assertThat(story.state().stage(ClearanceSamples.DECLARATION)).isEqualTo(DeclarationStage.DRAFT);
    }

    @Test
    void takesOfAReportWithoutBillsTheContainersItKnowsAndKeepsOneThatNobodyKnows() {
        Instant at = story.next();
        var mixed = ClearanceSamples.report(Movement.DISCHARGED, "R1", List.of(withoutBill(BOX, at), withoutBill(STRANGE_BOX, at)));
        assertThat(applied(story.say(mixed, terminal(at))).events()).hasSize(1);

        var strange = ClearanceSamples.report(Movement.DISCHARGED, "R2", List.of(withoutBill(STRANGE_BOX, at)));
        assertKept(story.say(strange, terminal(at)), "UNMANIFESTED");
    }

    @Test
    void hearsOfTheShipsArrivalInADischargeReport() {
        Instant at = story.next();
        var report = new ContainerMovementReport("R1", DocumentFunction.ORIGINAL, Movement.DISCHARGED, Optional.empty(), Optional.empty(),
                "HUBT1", Optional.of(at), List.of(withoutBill(BOX, at), withoutBill(SECOND_BOX, at)));
        applied(story.say(report, terminal(at)));

        assertThat(story.state().manifest().arrivedAt()).contains(at);
    }

    @Test
    void saysInPlainWordsWhereEverythingStands() {
        Story ready = Story.ready();
        ready.gateOut(BOX);
        ready.gateOut(BOX);

        assertThat(ready.state().summary()).contains("Manifest of bill HUBLRTM2600171: accepted by customs, version 1.",
                "Declaration DEC260304-0007, version 1: released.", "Container HUBU2000016: left by the gate.",
                "Container HUBU2000021: in the yard, ready for pick-up.").anySatisfy(line -> assertThat(line).startsWith("Kept, not applied"));
    }
}
