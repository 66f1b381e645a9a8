package io.fairway.agent;

import io.fairway.agent.AgentJournal.Entry;
import io.fairway.agent.AgentJournal.Kind;
import io.fairway.clearance.gate.DeviceHealth.State;
import io.fairway.clearance.gate.DevicePolicy;
import io.fairway.clearance.gate.GateDecision;
import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.GateInputs;
import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.GateRules;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.LaneWatch;
import io.fairway.clearance.gate.LaneWatch.Attached;
import io.fairway.clearance.gate.LaneWatch.Passage;
import io.fairway.clearance.gate.RecordText;
import io.fairway.clearance.gate.SeenTruck;
import io.fairway.clearance.gate.Silenced;
import io.fairway.clearance.gate.Tightening;
import io.fairway.clearance.gate.Told;
import io.fairway.clearance.gate.Votes;
import io.fairway.connector.gate.ReadingJson;
import io.fairway.connector.gate.RefusedReadingException;
import io.fairway.document.gate.DeviceMessage;
import io.fairway.document.gate.Heartbeat;
import io.fairway.document.gate.Reading;
import io.fairway.document.id.ContainerNumber;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes readings, decides with the passes it holds, keeps everything on its own disk before it answers, and delivers its decisions to the
 * hub once, in order, when the hub can be reached.
 */
public final class GateAgent {
    private static final LaneProfile NOWHERE = new LaneProfile("", "", Direction.OUT, LaneProfile.LaneKind.MIXED);

    private final AgentJournal journal;
    private final PassReader passes;
    private final GatePolicy policy;
    private final InstantSource clock;
    private final Map<String, AgentLane> lanes = new HashMap<>();
    private final Map<String, GateDecision> decisions = new HashMap<>();
    private final LinkedHashMap<String, String> undelivered = new LinkedHashMap<>();
    private final Map<String, String> parked = new LinkedHashMap<>();
    private final PassShelf shelf = new PassShelf();
    private final AgentLane nowhere;

    /** @param lanes with the devices that may speak for each */
    public GateAgent(Map<LaneProfile, Set<String>> lanes, PassReader passes, AgentJournal journal, GatePolicy policy, DevicePolicy devices,
                     InstantSource clock) {
        this.journal = journal;
        this.passes = passes;
        this.policy = policy;
        this.clock = clock;
        this.nowhere = new AgentLane(NOWHERE, Set.of(), policy, devices);
        lanes.forEach((profile, names) -> this.lanes.put(profile.lane(), new AgentLane(profile, names, policy, devices)));
        journal.found().forEach(this::remember);
    }

    /** What a device is answered. @param decision what the lane is to do from now on, when this reading decided that */
    public record Answer(String reading, Optional<GateDecision> decision) {
    }

    /** @throws RefusedReadingException when the lane is not here, or the reading is none of its devices' */
    public synchronized Answer take(String lane, byte[] bytes) throws RefusedReadingException {
        AgentLane at = Optional.ofNullable(lanes.get(lane)).orElse(nowhere);
        Instant now = clock.instant();
        return switch (message(at, lane, bytes, now)) {
            case Heartbeat beat -> live(at, beat);
            case Reading reading -> take(at, reading, bytes, now);
        };
    }

    private static DeviceMessage message(AgentLane at, String lane, byte[] bytes, Instant now) throws RefusedReadingException {
        try {
            return ReadingJson.message(bytes, at.devices(), lane, now);
        } catch (RefusedReadingException refused) {
            at.spokeNonsense(refused.device(), now);
            throw refused;
        }
    }

    /** A device sent what is no frame of its language at a port that is its own. */
    public synchronized void takeNonsense(String lane, String device) {
        Optional.ofNullable(lanes.get(lane)).ifPresent(at -> at.spokeNonsense(device, clock.instant()));
    }

    private Answer live(AgentLane at, Heartbeat beat) {
        if (!at.beatsAsBefore(beat)) {
            journal.append(List.of(AgentLines.device(beat)));
        }
        at.heard(beat);
        return new Answer(beat.device(), Optional.empty());
    }

    /** How the devices of a lane stand; empty for a lane that is not here. */
    public synchronized SortedMap<String, State> devices(String lane) {
        return Optional.ofNullable(lanes.get(lane)).map(at -> at.states(clock.instant())).orElseGet(TreeMap::new);
    }

    private Answer take(AgentLane at, Reading reading, byte[] bytes, Instant now) {
        at.heard(reading);
        return switch (at.watch().attach(reading)) {
            case Attached.Repeat _, Attached.Flooded _ -> new Answer(reading.key(), Optional.empty());
            case Attached.Waiting waiting -> {
                at.becomes(waiting.lane());
                List<Entry> lines = new ArrayList<>(List.of(AgentLines.reading(reading, bytes)));
                Optional<GateDecision> made = decideDue(at, now, lines);
                journal.append(lines);
                yield new Answer(reading.key(), made);
            }
            case Attached.Late late -> {
                at.becomes(late.lane());
                List<Entry> lines = new ArrayList<>(List.of(AgentLines.reading(reading, bytes)));
                Optional<GateDecision> stricter = tighten(late, silencedFor(at, late, now), lines);
                journal.append(lines);
                yield new Answer(reading.key(), stricter);
            }
        };
    }

    /** What a lane was told last, while its truck may still be there; empty for a lane that is not here. */
    public synchronized Optional<GateDecision> standing(String lane) {
        return Optional.ofNullable(lanes.get(lane)).map(AgentLane::watch).map(LaneWatch::decided).filter(all -> !all.isEmpty())
                .flatMap(all -> Optional.ofNullable(decisions.get(all.getLast().transaction())));
    }

    /** Decides where a truck has waited long enough for a device that is silent. */
    public synchronized List<GateDecision> decideOverdue() {
        List<GateDecision> made = new ArrayList<>();
        Instant now = clock.instant();
        for (AgentLane lane : lanes.values()) {
            List<Entry> lines = new ArrayList<>();
            decideDue(lane, now, lines).ifPresent(made::add);
            if (!lines.isEmpty()) {
                journal.append(lines);
            }
            lane.becomes(lane.watch().forgetting(now));
        }
        decisions.keySet().retainAll(lanes.values().stream().flatMap(lane -> lane.watch().decided().stream())
                .map(LaneWatch.Decided::transaction).collect(Collectors.toSet()));
        return made;
    }

    private Optional<GateDecision> decideDue(AgentLane lane, Instant now, List<Entry> lines) {
        Optional<GateDecision> last = Optional.empty();
        for (Optional<Passage> due = lane.watch().due(now); due.isPresent(); due = lane.watch().due(now)) {
            String transaction = lane.watch().transactionOf(due.get());
            GateDecision decision = decide(lane, transaction, due.get().readings(), now);
            lane.becomes(lane.watch().decided(due.get(), transaction));
            keep(lane.watch().profile(), decision, lines);
            last = Optional.of(decision);
        }
        return last;
    }

    private GateDecision decide(AgentLane lane, String transaction, List<Reading> readings, Instant now) {
        Map<String, String> silenced = lane.silenced(now);
        SeenTruck first = Votes.of(readings, silenced, List.of(), policy);
        List<ContainerNumber> read = first.containers().map(Told::value).orElse(List.of()).stream().flatMap(box -> box.number().stream()).toList();
        Optional<String> plate = first.plate().or(first::tagPlate).map(Told::value);
        List<GatePapers> papers = shelf.papers(read, plate, now);
        SeenTruck seen = Votes.of(readings, silenced, papers, policy);
        return GateRules.decide(new GateInputs(transaction, lane.watch().profile(), policy, seen, papers, List.of(), now));
    }

    private Optional<GateDecision> tighten(Attached.Late late, Map<String, String> silenced, List<Entry> lines) {
        Optional<GateDecision> before = Optional.ofNullable(decisions.get(late.passage().transaction()));
        Optional<GateDecision> stricter = before.flatMap(decision -> Tightening.of(decision,
                Votes.of(late.passage().readings(), silenced, decision.inputs().papers(), policy)));
        stricter.ifPresent(decision -> keep(late.lane().profile(), decision, lines));
        return stricter;
    }

    private Map<String, String> silencedFor(AgentLane lane, Attached.Late late, Instant now) {
        Map<String, String> then = Optional.ofNullable(decisions.get(late.passage().transaction()))
                .map(decision -> decision.inputs().seen().silenced()).orElse(Map.of());
        return Silenced.withLate(late.passage().readings(), then, lane.silenced(now));
    }

    private void keep(LaneProfile profile, GateDecision decision, List<Entry> lines) {
        int revision = decisions.put(decision.inputs().transaction(), decision) == null ? 1 : 2;
        String record = RecordText.of(decision);
        String key = decision.inputs().transaction() + "." + revision;
        lines.add(AgentLines.decision(profile.lane(), key, decision.permission(), outgoing(profile, decision), record));
        undelivered.put(key, AgentLines.delivery(profile.lane(), decision.inputs().transaction(), record));
        outgoing(profile, decision).forEach(container -> shelf.redeem(container, decision.inputs().transaction()));
    }

    private static List<ContainerNumber> outgoing(LaneProfile profile, GateDecision decision) {
        return profile.direction() == Direction.OUT && decision.permission() == Permission.OPEN
                ? decision.inputs().seen().containers().map(Told::value).orElse(List.of()).stream().flatMap(box -> box.number().stream()).toList()
                : List.of();
    }

    /** Fetches news of the hub. @return how many were taken */
    public int refresh(HubLink hub) throws IOException {
        List<String> signed = hub.newsAfter(sequence());
        int taken = 0;
        for (String jws : signed) {
            taken += hear(jws) == PassShelf.Turn.IN_TURN ? 1 : 0;
        }
        return taken;
    }

    private synchronized PassShelf.Turn hear(String jws) {
        Optional<PassNews> news = passes.read(jws, clock.instant());
        if (news.isEmpty()) {
            return PassShelf.Turn.GAP;
        }
        PassShelf.Turn turn = shelf.take(news.get());
        if (turn == PassShelf.Turn.IN_TURN) {
            journal.append(List.of(new Entry(Kind.NEWS, jws)));
        }
        return turn;
    }

    private synchronized long sequence() {
        return shelf.sequence();
    }

    /**
     * Delivers what the hub does not have yet, oldest first; what the hub refuses is parked.
     *
     * @throws IOException when the hub does not answer; the rest waits
     */
    public void deliver(HubLink hub) throws IOException {
        for (Map.Entry<String, String> each : waiting().entrySet()) {
            AgentLines.Delivery delivery = AgentLines.delivery(each.getValue());
            try {
                hub.deliver(delivery.lane(), delivery.transaction(), delivery.record());
                delivered(each.getKey());
            } catch (DeliveryRefusedException refused) {
                park(each.getKey(), String.valueOf(refused.getMessage()));
            }
        }
    }

    private synchronized Map<String, String> waiting() {
        Map<String, String> waiting = new LinkedHashMap<>(undelivered);
        waiting.keySet().removeAll(parked.keySet());
        return waiting;
    }

    private synchronized void delivered(String key) {
        journal.append(List.of(new Entry(Kind.DELIVERED, key)));
        undelivered.remove(key);
    }

    /** It stays on the disk, for people and for the next start; what is behind it goes on. */
    private synchronized void park(String key, String why) {
        parked.put(key, why);
    }

    /** Why the hub did not take decisions that it was offered since the start, by decision. */
    public synchronized Map<String, String> parked() {
        return Map.copyOf(parked);
    }

    /** How many decisions the hub does not have yet. */
    public synchronized int backlog() {
        return undelivered.size();
    }

    private void remember(Entry entry) {
        switch (entry.kind()) {
            case READING -> AgentLines.reading(entry.text()).ifPresent(kept -> Optional.ofNullable(lanes.get(kept.lane()))
                    .ifPresent(lane -> rememberReading(lane, kept)));
            case DECISION -> rememberDecision(AgentLines.decision(entry.text()));
            case DEVICE -> {
                Heartbeat beat = AgentLines.device(entry.text(), clock.instant());
                Optional.ofNullable(lanes.get(beat.lane())).ifPresent(lane -> lane.heard(beat));
            }
            case NEWS -> passes.read(entry.text(), clock.instant()).ifPresent(shelf::take);
            case DELIVERED -> undelivered.remove(entry.text());
        }
    }

    private static void rememberReading(AgentLane lane, AgentLines.KeptReading kept) {
        try {
            Reading reading = ReadingJson.read(kept.bytes(), Set.of(kept.device()), kept.lane(), kept.receivedAt());
            lane.becomes(lane.watch().attach(reading).lane());
        } catch (RefusedReadingException e) {
            throw new IllegalStateException("A kept reading cannot be read again", e);
        }
    }

    /** The same inputs give the same decision: it stands again, so that a late alarm can still tighten it. */
    private void rememberStanding(AgentLane lane, AgentLines.KeptDecision kept) {
        lane.watch().decided().stream().filter(passage -> passage.transaction().equals(kept.transaction())).findFirst().ifPresent(passage -> {
            List<GatePapers> papers = PassReader.papers(kept.record());
            decisions.put(kept.transaction(), GateRules.decide(new GateInputs(kept.transaction(), lane.watch().profile(), policy,
                    Votes.of(passage.readings(), PassReader.silenced(kept.record()), papers, policy), papers, List.of(), kept.decidedAt())));
            lane.becomes(lane.watch().forgetting(kept.decidedAt()));
        });
    }

    private void rememberDecision(AgentLines.KeptDecision kept) {
        Optional.ofNullable(lanes.get(kept.lane())).ifPresent(lane -> lane.watch().passages().stream()
                .filter(passage -> lane.watch().transactionOf(passage).equals(kept.transaction())).findFirst()
                .ifPresent(passage -> lane.becomes(lane.watch().decided(passage, kept.transaction()))));
        Optional.ofNullable(lanes.get(kept.lane())).ifPresent(lane -> rememberStanding(lane, kept));
        kept.outgoing().forEach(container -> shelf.redeem(container, kept.transaction()));
        undelivered.put(kept.key(), AgentLines.delivery(kept.lane(), kept.transaction(), kept.record()));
    }
}
