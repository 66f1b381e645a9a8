package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.ManifestAmended;
import io.fairway.clearance.ClearanceEvent.ManifestLodged;
import io.fairway.clearance.RecordedEvent.Disposition;
import io.fairway.clearance.Testimony.Said;
import io.fairway.document.Document;
import io.fairway.document.Manifest;
import io.fairway.document.finding.Finding;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One consignment's clearance: all facts about it, and the decisions over them. Immutable; a decision names the facts to add. Needs
 * no clock: times come with the facts.
 *
 * @param events as stored, in any order
 */
public record ClearanceCase(ConsignmentKey key, ClearanceRules rules, List<RecordedEvent> events) {
    /** Changes when the same facts may lead to another state. */
    public static final String RULES_VERSION = "import-sea-1";

    public ClearanceCase {
        events = List.copyOf(events);
    }

    /** A case nothing was said about yet. */
    public static ClearanceCase opened(ConsignmentKey key, ClearanceRules rules) {
        return new ClearanceCase(key, rules, List.of());
    }

    /** What follows from all facts. */
    public CaseState state() {
        return CaseFold.of(key, rules, events);
    }

    /** What the barrier is to be told about a container now. */
    public GatePermission gatePermission(ContainerNumber container, Instant now) {
        return state().gatePermission(container, now);
    }

    /** Decides over one part of a document: a manifest of one bill, a declaration, a decision of customs, an order, a report. */
    public Decision decide(Document part, Source source) {
        List<Said> said = Testimony.of(part, this, source);
        if (said.isEmpty()) {
            return new Decision.Refused(Reason.of("NOT_ABOUT_THIS_CONSIGNMENT",
                    "The document says nothing about bill " + key.bill() + " that could be applied.", "该单证与提单" + key.bill() + "无关。"));
        }
        return decideAll(said, source);
    }

    /**
     * Decides over one fact that did not come as a document: an upload, a hold entered by an officer, a booking, a timer.
     *
     * @param occurredAt the fact's own time
     */
    public Decision decide(ClearanceEvent event, Instant occurredAt, Source source) {
        Instant at = occurredAt.isAfter(source.receivedAt()) ? source.receivedAt() : occurredAt;
        return decideAll(List.of(new Said(event, at)), source);
    }

    /** This case with the facts of a decision added. */
    public ClearanceCase with(List<RecordedEvent> added) {
        List<RecordedEvent> all = new ArrayList<>(events);
        all.addAll(added);
        return new ClearanceCase(key, rules, all);
    }

    /** Whether any version of the manifest lists the container, accepted or not. */
    boolean hasManifested(ContainerNumber container) {
        return events.stream().anyMatch(recorded -> switch (recorded.event()) {
            case ManifestLodged lodged -> lists(lodged.manifest(), container);
            case ManifestAmended amended -> lists(amended.manifest(), container);
            case ClearanceEvent _ -> false;
        });
    }

    private static boolean lists(Manifest manifest, ContainerNumber container) {
        return manifest.consignments().stream().flatMap(consignment -> consignment.containers().stream())
                .anyMatch(listed -> listed.number().equals(container));
    }

    private Decision decideAll(List<Said> said, Source source) {
        Optional<Reason> refusal = said.stream().flatMap(each -> Entitlement.refusal(key, each.event(), source).stream()).findFirst();
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        List<Said> fresh = said.stream().filter(each -> first(each, source).isEmpty()).toList();
        CaseState before = state();
        if (fresh.isEmpty()) {
            long sequence = first(said.getFirst(), source).map(RecordedEvent::sequence).orElseThrow();
            return new Decision.Repeated(bySequence(before).getOrDefault(sequence, events.getFirst()));
        }
        List<RecordedEvent> added = recorded(fresh, source);
        return decided(before, with(added).state(), added);
    }

    private Decision decided(CaseState before, CaseState after, List<RecordedEvent> added) {
        Map<Long, RecordedEvent> now = bySequence(after);
        List<RecordedEvent> outcome = added.stream().map(event -> now.getOrDefault(event.sequence(), event)).toList();
        if (outcome.stream().allMatch(event -> event.disposition() == Disposition.KEPT)) {
            return new Decision.Kept(outcome, outcome.getFirst().reason().orElseThrow());
        }
        List<RecordedEvent> reconsidered = before.history().stream()
                .filter(event -> now.getOrDefault(event.sequence(), event).disposition() != event.disposition())
                .map(event -> now.getOrDefault(event.sequence(), event)).toList();
        List<Finding> findings = new ArrayList<>(Lateness.of(outcome, rules));
        List<Decision.Remark> remarks = new ArrayList<>();
        for (Discrepancy discrepancy : news(before, after)) {
            long sequence = LastTold.of(after, discrepancy.declaration()).map(RecordedEvent::sequence).orElseThrow();
            if (added.stream().anyMatch(event -> event.sequence() == sequence)) {
                findings.add(discrepancy.finding());
            } else {
                remarks.add(new Decision.Remark(sequence, discrepancy.finding()));
            }
        }
        return new Decision.Applied(outcome, Notices.between(before, after), findings, reconsidered, remarks);
    }

    private static List<Discrepancy> news(CaseState before, CaseState after) {
        List<Discrepancy> known = before.discrepancies();
        return after.discrepancies().stream().filter(discrepancy -> known.stream().noneMatch(discrepancy::isSameAs)).toList();
    }

    /** The fact that says the same as this one, from the same party: what is sent twice counts once. */
    private Optional<RecordedEvent> first(Said said, Source source) {
        return events.stream().filter(event -> event.sender().equals(source.sender()) && event.event().equals(said.event())).findFirst();
    }

    private List<RecordedEvent> recorded(List<Said> said, Source source) {
        long sequence = events.stream().mapToLong(RecordedEvent::sequence).max().orElse(0);
        List<RecordedEvent> recorded = new ArrayList<>();
        for (Said each : said) {
            sequence++;
            recorded.add(new RecordedEvent(sequence, each.event(), each.at(), source.receivedAt(), source.sender(), source.interchange(),
                    source.message(), Disposition.APPLIED, Optional.empty()));
        }
        return recorded;
    }

    private static Map<Long, RecordedEvent> bySequence(CaseState state) {
        Map<Long, RecordedEvent> found = new LinkedHashMap<>();
        state.history().forEach(event -> found.put(event.sequence(), event));
        return found;
    }
}
