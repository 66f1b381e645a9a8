package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GateDecision;
import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.GateInputs;
import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.GateRules;
import io.fairway.clearance.gate.LaneWatch;
import io.fairway.clearance.gate.LaneWatch.Decided;
import io.fairway.clearance.gate.LaneWatch.Passage;
import io.fairway.clearance.gate.RecordText;
import io.fairway.clearance.gate.SeenTruck;
import io.fairway.clearance.gate.Silenced;
import io.fairway.clearance.gate.SetAside;
import io.fairway.clearance.gate.Tightening;
import io.fairway.clearance.gate.Told;
import io.fairway.clearance.gate.Votes;
import io.fairway.document.gate.Reading;
import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.GateStore.Cause;
import io.fairway.usecase.gate.GateStore.Kept;
import io.fairway.usecase.gate.GateStore.NewDecision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides over passages and keeps each decision sealed and journalled. All calls belong to the running transaction. */
public final class DecidePassages {
    private final GateStore store;
    private final PapersBook book;
    private final GateReaders readers;
    private final GateSeal seal;
    private final Journal journal;
    private final GatePolicy policy;
    private final WatchDevices devices;

    public DecidePassages(GateStore store, PapersBook book, GateReaders readers, GateSeal seal, Journal journal, GatePolicy policy,
                          WatchDevices devices) {
        this.store = store;
        this.book = book;
        this.readers = readers;
        this.seal = seal;
        this.journal = journal;
        this.policy = policy;
        this.devices = devices;
    }

    GatePolicy policy() {
        return policy;
    }

    /** Decides every passage of the lane that is complete or has waited long enough. */
    List<GateDecision> decideDue(GateLane lane, LaneWatch watch, Instant now) {
        List<GateDecision> decisions = new ArrayList<>();
        LaneWatch left = watch;
        for (Optional<Passage> due = left.due(now); due.isPresent(); due = left.due(now)) {
            String transaction = left.transactionOf(due.get());
            GateDecision decision = decide(lane, transaction, due.get().readings(), List.of(), now);
            store.open(transaction, lane.profile().lane(), due.get());
            keep(lane, decision, Cause.DECIDED, due.get().start(), now);
            left = left.decided(due.get(), transaction);
            if (decision.permission() != Permission.OPEN) {
                breach(lane, transaction, due.get().readings(), now);
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private GateDecision decide(GateLane lane, String transaction, List<Reading> readings, List<SetAside> overrides, Instant now) {
        Map<String, String> silenced = devices.silenced(lane, now);
        SeenTruck first = Votes.of(readings, silenced, List.of(), policy);
        Optional<String> plate = first.plate().map(Told::value).or(() -> first.tagPlate().map(Told::value));
        List<GatePapers> papers = papers(lane, first, plate, now);
        SeenTruck seen = Votes.of(readings, silenced, papers, policy);
        return GateRules.decide(new GateInputs(transaction, lane.profile(), policy, seen, papers, overrides, now));
    }

    /** Of every container read, and of every container this truck is booked for: one of these may be the one that was misread. */
    private List<GatePapers> papers(GateLane lane, SeenTruck seen, Optional<String> plate, Instant now) {
        Stream<ContainerNumber> read = seen.containers().stream().flatMap(told -> told.value().stream()).flatMap(box -> box.number().stream());
        Stream<ContainerNumber> booked = plate.stream().flatMap(each -> store.appointments(Optional.empty(), Optional.of(each),
                lane.environment()).stream()).filter(each -> !now.isAfter(each.until())).map(GateStore.Booked::container);
        return Stream.concat(read, booked).distinct().sorted(Comparator.comparing(ContainerNumber::value))
                .map(container -> book.of(container, plate, lane.environment(), now)).toList();
    }

    /** A late reading: kept with its passage, and the decision made stricter where it says so. */
    Optional<GateDecision> tighten(GateLane lane, Decided passage, Instant now) {
        Kept before = store.latest(passage.transaction()).orElseThrow(
                () -> new IllegalStateException("A passage without decision: " + passage.transaction()));
        if (before.permission() != Permission.OPEN) {
            breach(lane, passage.transaction(), passage.readings(), now);
        }
        List<GatePapers> papers = KeptRecords.papers(before.record());
        Map<String, String> silenced = KeptRecords.silenced(before.record());
        GateDecision stood = standing(lane, before, papers, silenced, passage.readings());
        SeenTruck seen = Votes.of(passage.readings(), Silenced.withLate(passage.readings(), silenced, devices.silenced(lane, now)), papers, policy);
        Optional<GateDecision> stricter = Tightening.of(stood, seen);
        stricter.ifPresent(decision -> {
            keep(lane, decision, Cause.TIGHTENED, before.startedAt(), now);
            alarm(lane, passage.transaction(), "TIGHTENED", now);
        });
        return stricter;
    }

    /** The decision that stands, from its record and the readings without the late one. */
    private GateDecision standing(GateLane lane, Kept kept, List<GatePapers> papers, Map<String, String> silenced, List<Reading> readings) {
        SeenTruck seen = Votes.of(readings.subList(0, readings.size() - 1), silenced, papers, policy);
        return GateRules.decide(new GateInputs(kept.transaction(), lane.profile(), policy, seen, papers, KeptRecords.setAside(kept.record()),
                kept.decidedAt()));
    }

    /**
     * Decides a passage anew with one rule set aside, on what its devices said and what is known now.
     *
     * @return empty when the rule does not stop it
     */
    Optional<GateDecision> setAside(GateLane lane, String transaction, SetAside wanted, Instant now) {
        Kept before = store.latest(transaction).orElseThrow(() -> new IllegalStateException("A passage without decision: " + transaction));
        List<SetAside> all = Stream.concat(KeptRecords.setAside(before.record()).stream(), Stream.of(wanted)).toList();
        GateDecision decision = decide(lane, transaction, store.readings(lane, transaction), all, now);
        if (decision.outcomes().stream().noneMatch(outcome -> outcome.overridden().filter(wanted::equals).isPresent())) {
            return Optional.empty();
        }
        keep(lane, decision, Cause.SET_ASIDE, before.startedAt(), now);
        return Optional.of(decision);
    }

    /** A truck that went past the barrier without leave. */
    private void breach(GateLane lane, String transaction, Collection<Reading> readings, Instant now) {
        if (readings.stream().anyMatch(KeptRecords::isExit)) {
            alarm(lane, transaction, "BARRIER_BREACH", now);
        }
    }

    private void alarm(GateLane lane, String transaction, String kind, Instant now) {
        if (store.alarm(transaction, lane.profile().lane(), kind, now) == GateStore.Keeping.NEW) {
            journal.append(now, lane.terminal(), "gate-alarm", KeptRecords.subject(transaction), "{\"passage\":\"%s\",\"alarm\":\"%s\"}"
                    .formatted(transaction, kind));
        }
    }

    private void keep(GateLane lane, GateDecision decision, Cause cause, Instant startedAt, Instant now) {
        byte[] record = RecordText.of(decision).getBytes(StandardCharsets.UTF_8);
        Set<PartyId> seers = new HashSet<>(readers.of(lane, decision));
        String plate = decision.inputs().seen().plate().map(Told::value).orElse("");
        List<String> containers = decision.inputs().seen().containers().map(Told::value).orElse(List.of()).stream()
                .map(box -> box.number().map(ContainerNumber::value).orElse(box.asRead())).toList();
        String transaction = decision.inputs().transaction();
        store.add(new NewDecision(transaction, lane, cause, decision.permission(), containers, plate, startedAt,
                decision.inputs().decidedAt(), record, Digests.of(record), seal.seal(record, now), seers));
        UUID subject = KeptRecords.subject(transaction);
        journal.append(now, lane.terminal(), "gate-decided", subject, "{\"passage\":\"%s\",\"permission\":\"%s\",\"cause\":\"%s\",\"digest\":\"%s\"}"
                .formatted(transaction, decision.permission(), cause, Digests.of(record)));
    }
}
