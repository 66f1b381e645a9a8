package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.AgencyFact;
import io.fairway.clearance.ClearanceEvent.BillMoved;
import io.fairway.clearance.ClearanceEvent.BulkFact;
import io.fairway.clearance.ClearanceEvent.CarrierFact;
import io.fairway.clearance.ClearanceEvent.ContainerFact;
import io.fairway.clearance.ClearanceEvent.CustomsDecided;
import io.fairway.clearance.ClearanceEvent.DeclarationFact;
import io.fairway.clearance.ClearanceEvent.DocumentNoted;
import io.fairway.clearance.ClearanceEvent.ManifestFact;
import io.fairway.clearance.ClearanceEvent.TechnicallyRejected;
import io.fairway.clearance.Verdict.Moved;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.clearance.Verdict.Unfit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Derives the state from all facts. They count by the minute they happened in, because EDIFACT 2379 code 203 has no seconds; within
 * a minute by arrival. A fact that comes too early for what it rests on is tried again as its {@link Patience} says. The result
 * depends on the facts only, so a late one is applied rightly by deriving anew.
 */
final class CaseFold {
    static final Comparator<RecordedEvent> IN_TIME =
            Comparator.comparing(CaseFold::minute).thenComparingLong(RecordedEvent::sequence);

    private final Map<RecordedEvent, Unfit> waiting = new LinkedHashMap<>();
    private final List<RecordedEvent> history = new ArrayList<>();
    private CaseState state;

    private CaseFold(CaseState initial) {
        state = initial;
    }

    static CaseState of(ConsignmentKey key, ClearanceRules rules, List<RecordedEvent> events) {
        CaseFold fold = new CaseFold(CaseState.initial(key, rules));
        events.stream().sorted(IN_TIME).forEach(fold::take);
        fold.waiting.forEach(fold::keep);
        return fold.state.withHistory(fold.history.stream().sorted(IN_TIME).toList());
    }

    private void take(RecordedEvent event) {
        switch (judge(state, event)) {
            case Moved moved -> {
                apply(event, moved);
                retryAfter(event);
            }
            case Unfit unfit when unfit.patience() == Patience.NONE -> keep(event, unfit);
            case Unfit unfit -> waiting.put(event, unfit);
        }
    }

    private void retryAfter(RecordedEvent applied) {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (RecordedEvent candidate : List.copyOf(waiting.keySet())) {
                progress |= mayFollow(candidate, applied) && appliesNow(candidate);
            }
        }
    }

    private boolean appliesNow(RecordedEvent candidate) {
        switch (judge(state, candidate)) {
            case Moved moved -> {
                waiting.remove(candidate);
                apply(candidate, moved);
                return true;
            }
            case Unfit unfit when unfit.patience() == Patience.NONE -> {
                waiting.remove(candidate);
                keep(candidate, unfit);
                return false;
            }
            case Unfit unfit -> {
                waiting.put(candidate, unfit);
                return false;
            }
        }
    }

    private boolean mayFollow(RecordedEvent candidate, RecordedEvent applied) {
        Unfit unfit = waiting.get(candidate);
        if (unfit == null) {
            return false;
        }
        return switch (unfit.patience()) {
            case NONE -> false;
            case SAME_MINUTE -> minute(candidate).equals(minute(applied));
            case ANSWER -> minute(candidate).equals(minute(applied)) || applied.sequence() < candidate.sequence();
            case UNTIL_IT_FITS -> true;
        };
    }

    private void apply(RecordedEvent event, Moved moved) {
        state = Settlement.settle(moved.state());
        history.add(event.applied());
    }

    private void keep(RecordedEvent event, Unfit unfit) {
        history.add(event.kept(unfit.reason()));
        unfit.alarm().ifPresent(subject -> state = state.with(new Alert(subject, unfit.reason(), event.occurredAt())));
    }

    private static Verdict judge(CaseState state, RecordedEvent event) {
        return switch (event.event()) {
            case ManifestFact fact -> ManifestMachine.judge(state, fact, event);
            case DeclarationFact fact -> DeclarationMachine.judge(state, fact);
            case CustomsDecided decided -> CustomsDecisions.judge(state, decided.response());
            case TechnicallyRejected rejected -> CustomsDecisions.judge(state, rejected);
            case DocumentNoted _ -> Verdict.moved(state);
            case AgencyFact fact -> AgencyMachine.judge(state, fact);
            case BillMoved moved -> Verdict.moved(state.with(moved));
            case BulkFact fact -> BulkMachine.judge(state, fact, event.occurredAt());
            case CarrierFact fact -> CarrierReleaseMachine.judge(state, fact, event.occurredAt());
            case ContainerFact fact -> ContainerMachine.judge(state, fact, event.occurredAt());
        };
    }

    private static Instant minute(RecordedEvent event) {
        return event.occurredAt().truncatedTo(ChronoUnit.MINUTES);
    }
}
