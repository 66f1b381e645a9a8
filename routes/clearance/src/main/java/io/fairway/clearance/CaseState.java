package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.BillMoved;
import io.fairway.document.Voyage;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What follows from all facts of a case. Never stored as truth: it is derived anew from the facts.
 *
 * @param holds all that stand
 * @param examinations all orders, also concluded ones
 * @param alerts what people should look at
 * @param history the facts in the order they count, each with what it comes to now
 * @param bill what the ledger last told of the electronic bill; empty when there is none
 * @param bulk releases of bulk cargo by quantity, oldest first
 */
public record CaseState(ConsignmentKey key, ClearanceRules rules, ManifestState manifest,
                        SequencedMap<DeclarationKey, DeclarationState> declarations,
                        SequencedMap<ContainerNumber, ContainerState> containers, List<Hold> holds,
                        List<ExaminationOrder> examinations, List<Alert> alerts, List<RecordedEvent> history,
                        Optional<BillMoved> bill, List<BulkRelease> bulk) {
    public CaseState {
        declarations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(declarations));
        containers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(containers));
        holds = List.copyOf(holds);
        examinations = List.copyOf(examinations);
        alerts = List.copyOf(alerts);
        history = List.copyOf(history);
        bulk = List.copyOf(bulk);
    }

    static CaseState initial(ConsignmentKey key, ClearanceRules rules) {
        return new CaseState(key, rules, ManifestState.NONE, new LinkedHashMap<>(), new LinkedHashMap<>(), List.of(), List.of(),
                List.of(), List.of(), Optional.empty(), List.of());
    }

    /** Whether customs released all declared goods in it. */
    public boolean customsReleased(ContainerNumber container) {
        return Access.withoutCustomsRelease(this, container).isEmpty();
    }

    /** Whether the carrier released it. */
    public boolean carrierReleased(ContainerNumber container) {
        return container(container).flatMap(ContainerState::carrierRelease).isPresent();
    }

    /** Step one of two-step access: released by customs, no hold of any agency, no examination open at the port. */
    public boolean leaveAllowed(ContainerNumber container) {
        return Access.againstLeaving(this, container).isEmpty();
    }

    /** Step two: leave allowed, and no examination open at destination. */
    public boolean useAllowed(ContainerNumber container) {
        return Access.againstUse(this, container).isEmpty();
    }

    /** Whether a haulier may come for it: in the yard, leave allowed, released by the carrier. */
    public boolean readyForPickup(ContainerNumber container) {
        return Access.againstPickup(this, container).isEmpty();
    }

    /** Why it may not leave; empty when it may. */
    public List<Reason> reasonsAgainstLeaving(ContainerNumber container) {
        return Access.againstLeaving(this, container);
    }

    /** The holds of all agencies that cover it, as reasons. */
    public List<Reason> heldBy(ContainerNumber container) {
        return holds.stream().filter(hold -> hold.covers(container)).map(Reasons::held).toList();
    }

    /** Why the goods may not be sold or used; empty when they may. A conditional pick-up is leave allowed with a reason here. */
    public List<Reason> reasonsAgainstUse(ContainerNumber container) {
        return Access.againstUse(this, container);
    }

    /** What the barrier is to be told. */
    public GatePermission gatePermission(ContainerNumber container, Instant now) {
        return GatePermission.decide(this, container, now);
    }

    /** The one word for where a declaration stands. @throws IllegalArgumentException when the case has no such declaration */
    public DeclarationStage stage(DeclarationKey declaration) {
        DeclarationState state = declarations.get(declaration);
        if (state == null) {
            throw new IllegalArgumentException("No such declaration in this case: " + declaration);
        }
        return DeclarationStage.of(this, state);
    }

    /** What the next ship inherits when the goods are transhipped here; empty otherwise. */
    public Optional<OnwardLeg> onwardLeg() {
        return manifest.isTranshipment() ? manifest.consignment().flatMap(consignment -> consignment.onwardCarriage())
                .map(voyage -> new OnwardLeg(voyage, manifest.containers(), holds)) : Optional.empty();
    }

    /** The facts that are kept because they do not fit. */
    public List<RecordedEvent> kept() {
        return history.stream().filter(event -> event.disposition() == RecordedEvent.Disposition.KEPT).toList();
    }

    /** In what the declarations do not agree with the manifest. */
    public List<Discrepancy> discrepancies() {
        return Agreement.of(this);
    }

    /** Where everything stands, in plain sentences, one per line. */
    public List<String> summary() {
        return Summary.of(this);
    }

    /** @param holds go along with the goods until their agency lifts them */
    public record OnwardLeg(Voyage voyage, List<ContainerNumber> containers, List<Hold> holds) {
        public OnwardLeg {
            containers = List.copyOf(containers);
            holds = List.copyOf(holds);
        }
    }

    Optional<ContainerState> container(ContainerNumber number) {
        return Optional.ofNullable(containers.get(number));
    }

    Optional<DeclarationState> declaration(DeclarationKey declaration) {
        return Optional.ofNullable(declarations.get(declaration));
    }

    List<ExaminationOrder> openExaminations() {
        return examinations.stream().filter(order -> !order.open().isEmpty()).toList();
    }

    CaseState with(ManifestState next) {
        return new CaseState(key, rules, next, declarations, containers, holds, examinations, alerts, history, bill, bulk);
    }

    CaseState with(DeclarationState next) {
        SequencedMap<DeclarationKey, DeclarationState> all = new LinkedHashMap<>(declarations);
        all.put(next.key(), next);
        return new CaseState(key, rules, manifest, all, containers, holds, examinations, alerts, history, bill, bulk);
    }

    CaseState with(ContainerState next) {
        Map<ContainerNumber, ContainerState> one = Map.of(next.number(), next);
        return withAll(one);
    }

    /** What the ledger told before changes nothing any more. */
    CaseState with(BillMoved moved) {
        boolean isNews = bill.filter(moved::isNotAfter).isEmpty();
        return isNews ? new CaseState(key, rules, manifest, declarations, containers, holds, examinations, alerts, history, Optional.of(moved), bulk) : this;
    }

    Optional<BulkRelease> bulkRelease(String reference) {
        return bulk.stream().filter(release -> release.reference().equals(reference)).findFirst();
    }

    CaseState with(BulkRelease next) {
        List<BulkRelease> all = new ArrayList<>(bulk);
        all.replaceAll(release -> release.reference().equals(next.reference()) ? next : release);
        if (!all.contains(next)) {
            all.add(next);
        }
        return new CaseState(key, rules, manifest, declarations, containers, holds, examinations, alerts, history, bill, all);
    }

    CaseState withAll(Map<ContainerNumber, ContainerState> changed) {
        SequencedMap<ContainerNumber, ContainerState> all = new LinkedHashMap<>(containers);
        all.putAll(changed);
        return new CaseState(key, rules, manifest, declarations, all, holds, examinations, alerts, history, bill, bulk);
    }

    CaseState withHolds(List<Hold> next) {
        return new CaseState(key, rules, manifest, declarations, containers, next, examinations, alerts, history, bill, bulk);
    }

    CaseState withExaminations(List<ExaminationOrder> next) {
        return new CaseState(key, rules, manifest, declarations, containers, holds, next, alerts, history, bill, bulk);
    }

    CaseState with(Alert alert) {
        List<Alert> all = new ArrayList<>(alerts);
        all.add(alert);
        return new CaseState(key, rules, manifest, declarations, containers, holds, examinations, all, history, bill, bulk);
    }

    CaseState withHistory(List<RecordedEvent> events) {
        return new CaseState(key, rules, manifest, declarations, containers, holds, examinations, alerts, events, bill, bulk);
    }
}
