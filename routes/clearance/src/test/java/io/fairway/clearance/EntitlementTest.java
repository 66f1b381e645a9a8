package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.LRN;
import static io.fairway.clearance.ClearanceSamples.border;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.customs;
import static io.fairway.clearance.ClearanceSamples.declaration;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.ClearanceSamples.haulier;
import static io.fairway.clearance.ClearanceSamples.manifest;
import static io.fairway.clearance.ClearanceSamples.minute;
import static io.fairway.clearance.ClearanceSamples.moved;
import static io.fairway.clearance.ClearanceSamples.releaseOrder;
import static io.fairway.clearance.ClearanceSamples.terminal;
import static io.fairway.clearance.ClearanceSamples.uploaded;
import static io.fairway.clearance.Decisions.applied;
import static io.fairway.clearance.Decisions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.ClearanceEvent.AttachmentReceived;
import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.ClearanceEvent.ReleaseExpired;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.DocumentFunction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntitlementTest {
    private final Story story = Story.ready();

    @Test
    void takesAManifestOnlyFromTheCarrierOfTheBillOrItsAppointedAgent() {
        var manifest = manifest(DocumentFunction.ORIGINAL, minute(1), BOX);
        Story empty = new Story();
        assertRefused(empty.say(manifest, new Source("OTHERLINE", Set.of(Role.CARRIER), "", "", minute(1))), "NOT_ENTITLED");
        assertRefused(empty.say(manifest, forwarder(minute(1))), "NOT_ENTITLED");
        assertRefused(empty.say(manifest, new Source("HUBAGT", Set.of(Role.AGENT), "", "", minute(1))), "NOT_ENTITLED");
        assertThat(empty.asCase().events()).as("what is refused is not stored").isEmpty();

        applied(empty.say(manifest, new Source("HUBAGT", Set.of(Role.AGENT), "", "", minute(1), Set.of("HUBLINE"))));
    }

    @Test
    void takesADeclarationOnlyFromAForwarder() {
        assertRefused(story.say(declaration(DocumentFunction.ORIGINAL, 1), carrier(story.next())), "NOT_ENTITLED");
    }

    @Test
    void takesAChangeOfADeclarationFromAnotherForwarderAsAnotherDeclaration() {
        story.say(declaration(DocumentFunction.CANCEL, 1), new Source("OTHERFWD", Set.of(Role.FORWARDER), "", "", story.next()));

        assertThat(story.state().leaveAllowed(BOX)).isTrue();
    }

    @Test
    void takesAnUploadOnlyFromItsOwnDeclarant() {
        assertRefused(story.tell(new AttachmentReceived("HUBFWD", LRN, uploaded("380")),
                new Source("OTHERFWD", Set.of(Role.FORWARDER), "", "", story.next())), "NOT_ENTITLED");
    }

    @Test
    void takesADecisionOfCustomsOnlyFromCustoms() {
        assertRefused(story.say(Answer.about(Decision.RELEASED).decidedAt(story.next()), forwarder(story.now())), "NOT_ENTITLED");
        assertRefused(story.say(Answer.about(Decision.RELEASED).decidedAt(story.next()), border(story.now())), "NOT_ENTITLED");
    }

    @Test
    void takesAReleaseOrderOnlyFromTheCarrierOfTheBill() {
        var order = releaseOrder(DocumentFunction.CANCEL, story.next(), Optional.empty(), BOX);
        assertRefused(story.say(order, terminal(story.now())), "NOT_ENTITLED");
        assertRefused(story.say(order, new Source("OTHERLINE", Set.of(Role.CARRIER), "", "", story.now())), "NOT_ENTITLED");
    }

    @Test
    void takesMovementsOnlyFromATerminal() {
        assertRefused(story.say(moved(Movement.GATE_OUT, story.next(), BOX), haulier(story.now())), "NOT_ENTITLED");
    }

    @Test
    void takesAHoldOnlyFromTheAgencyItself() {
        Hold hold = new Hold(Agency.MARITIME, "M1", "", List.of());
        assertRefused(story.tell(new HoldPlaced(hold), border(story.next())), "NOT_ENTITLED");
        assertRefused(story.tell(new HoldLifted(Agency.CUSTOMS, "H1"), border(story.now())), "NOT_ENTITLED");
        assertRefused(story.tell(new HoldPlaced(new Hold(Agency.COURT, "C1", "", List.of())), customs(story.now())), "NOT_ENTITLED");

        applied(story.tell(new HoldPlaced(new Hold(Agency.COURT, "C1", "", List.of())), ClearanceSamples.operator(story.now())));
    }

    @Test
    void takesTimersOnlyFromTheHub() {
        assertRefused(story.tell(new ReleaseExpired("DO7700551"), carrier(story.next())), "NOT_ENTITLED");
    }
}
