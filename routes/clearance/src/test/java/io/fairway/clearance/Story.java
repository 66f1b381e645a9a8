package io.fairway.clearance;

import static io.fairway.clearance.ClearanceSamples.BOX;
import static io.fairway.clearance.ClearanceSamples.KEY;
import static io.fairway.clearance.ClearanceSamples.LRN;
import static io.fairway.clearance.ClearanceSamples.SECOND_BOX;
import static io.fairway.clearance.ClearanceSamples.border;
import static io.fairway.clearance.ClearanceSamples.carrier;
import static io.fairway.clearance.ClearanceSamples.declaration;
import static io.fairway.clearance.ClearanceSamples.forwarder;
import static io.fairway.clearance.ClearanceSamples.manifest;
import static io.fairway.clearance.ClearanceSamples.minute;
import static io.fairway.clearance.ClearanceSamples.moved;
import static io.fairway.clearance.ClearanceSamples.releaseOrder;
import static io.fairway.clearance.ClearanceSamples.terminal;
import static io.fairway.clearance.ClearanceSamples.uploaded;

import io.fairway.clearance.ClearanceEvent.AttachmentReceived;
import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.CustomsResponse;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case that is told one thing after another, one minute apart unless said otherwise. */
final class Story {
    private ClearanceCase current;
    private long minute = 1;

    Story() {
        this(ClearanceRules.STANDARD);
    }

    Story(ClearanceRules rules) {
        current = ClearanceCase.opened(KEY, rules);
    }

    /** Two containers on an accepted manifest. */
    static Story withManifest() {
        Story story = new Story();
        story.lodge();
        story.customs(CustomsResponse.Decision.MANIFEST_ACCEPTED);
        return story;
    }

    /** And an accepted declaration that covers both. */
    static Story withAcceptedDeclaration() {
        Story story = withManifest();
        story.declare();
        story.customs(Answer.about(CustomsResponse.Decision.ACCEPTED));
        return story;
    }

    /** And released by customs. */
    static Story released() {
        Story story = withAcceptedDeclaration();
        story.customs(Answer.about(CustomsResponse.Decision.RELEASED));
        return story;
    }

    /** And discharged, and released by the carrier. */
    static Story ready() {
        Story story = released();
        story.discharge(BOX, SECOND_BOX);
        story.releaseByCarrier(BOX, SECOND_BOX);
        return story;
    }

    Instant now() {
        return minute(minute);
    }

    Instant next() {
        minute++;
        return now();
    }

    Story pause(long minutes) {
        minute += minutes;
        return this;
    }

    CaseState state() {
        return current.state();
    }

    ClearanceCase asCase() {
        return current;
    }

    Decision lodge() {
        return say(manifest(DocumentFunction.ORIGINAL, next(), BOX, SECOND_BOX), carrier(now()));
    }

    Decision declare() {
        return say(declaration(DocumentFunction.ORIGINAL, 1), forwarder(next()));
    }

    Decision amend(int version, ContainerNumber... containers) {
        return say(declaration(DocumentFunction.CHANGE, version, containers), forwarder(next()));
    }

    Decision customs(CustomsResponse.Decision aboutManifest) {
        return customs(Answer.aboutBill(aboutManifest));
    }

    Decision customs(Answer answer) {
        return say(answer.decidedAt(next()), ClearanceSamples.customs(now()));
    }

    /** What customs decided at a minute of the past, heard now. */
    Decision customsLate(Answer answer, long decidedAtMinute) {
        return say(answer.decidedAt(minute(decidedAtMinute)), ClearanceSamples.customs(next()));
    }

    Decision discharge(ContainerNumber... containers) {
        return say(moved(Movement.DISCHARGED, next(), containers), terminal(now()));
    }

    Decision gateOut(ContainerNumber container) {
        return say(moved(Movement.GATE_OUT, next(), container), terminal(now()));
    }

    Decision releaseByCarrier(ContainerNumber... containers) {
        return say(releaseOrder(DocumentFunction.ORIGINAL, next(), Optional.of(minute(10_000)), containers), carrier(now()));
    }

    Decision revokeByCarrier(ContainerNumber... containers) {
        return say(releaseOrder(DocumentFunction.CANCEL, next(), Optional.empty(), containers), carrier(now()));
    }

    Decision hold(String id, ContainerNumber... containers) {
        return tell(new HoldPlaced(new Hold(Agency.BORDER, id, "passport check", List.of(containers))), border(next()));
    }

    Decision lift(String id) {
        return tell(new HoldLifted(Agency.BORDER, id), border(next()));
    }

    Decision attach(String type) {
        return tell(new AttachmentReceived("HUBFWD", LRN, uploaded(type)), forwarder(next()));
    }

    Decision say(Document part, Source source) {
        return remember(current.decide(part, source));
    }

    Decision tell(ClearanceEvent event, Source source) {
        return remember(current.decide(event, now(), source));
    }

    private Decision remember(Decision decision) {
        switch (decision) {
            case Decision.Applied applied -> current = current.with(applied.events());
            case Decision.Kept kept -> current = current.with(kept.events());
            case Decision.Repeated _, Decision.Refused _ -> { }
        }
        return decision;
    }
}
