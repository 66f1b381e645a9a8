package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.document.id.ContainerNumber;
import io.fairway.signing.Json;
import io.fairway.signing.JsonText;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GatePasses.Kind;
import io.fairway.usecase.gate.GateStore.Cause;
import io.fairway.usecase.gate.GateStore.Keeping;
import io.fairway.usecase.gate.GateStore.NewDecision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the decisions an agent made, once each, and goes on with them as with the hub's own. Where the agent opened on a pass that had been
 * revoked meanwhile, people are told.
 */
public final class TakeDeliveries {
    private final GateLanes lanes;
    private final GateAgents agents;
    private final Transactions transactions;
    private final GateStore store;
    private final GatePasses passes;
    private final GateSeal seal;
    private final Journal journal;
    private final InstantSource clock;

    public TakeDeliveries(GateLanes lanes, GateAgents agents, Transactions transactions, GateStore store, GatePasses passes, GateSeal seal,
                          Journal journal, InstantSource clock) {
        this.lanes = lanes;
        this.agents = agents;
        this.transactions = transactions;
        this.store = store;
        this.passes = passes;
        this.seal = seal;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of a delivery. */
    public enum Outcome {
        TAKEN, REPEAT, UNKNOWN_LANE, NOT_A_RECORD
    }

    /** @param record as the agent kept it */
    public Outcome take(PartyId agent, String lane, byte[] record) {
        Optional<GateLane> known = lanes.find(lane).filter(each -> each.terminal().equals(agents.terminals().get(agent)));
        if (known.isEmpty()) {
            return Outcome.UNKNOWN_LANE;
        }
        Optional<NewDecision> decision = decision(known.get(), record);
        return decision.map(made -> transactions.asHub(() -> keep(agent, made))).orElse(Outcome.NOT_A_RECORD);
    }

    private Outcome keep(PartyId agent, NewDecision made) {
        String lane = made.lane().profile().lane();
        store.lock(lane);
        if (store.delivered(made.transaction(), made.digest()) == Keeping.REPEAT) {
            return Outcome.REPEAT;
        }
        Instant now = clock.instant();
        store.pass(made.transaction(), lane, made.decidedAt());
        store.add(made);
        journal.append(now, made.lane().terminal(), "gate-delivered", KeptRecords.subject(made.transaction()),
                "{\"passage\":\"%s\",\"permission\":\"%s\",\"digest\":\"%s\"}".formatted(made.transaction(), made.permission(), made.digest()));
        boolean conflict = made.permission() == Permission.OPEN && made.containers().stream().anyMatch(container -> passes
                .last(agent, new ContainerNumber(container)).filter(told -> told.kind() == Kind.REVOKED && !told.at().isAfter(made.decidedAt()))
                .isPresent());
        if (conflict && store.alarm(made.transaction(), lane, "REVOKED_DURING_OUTAGE", now) == Keeping.NEW) {
            journal.append(now, made.lane().terminal(), "gate-alarm", KeptRecords.subject(made.transaction()),
                    "{\"passage\":\"%s\",\"alarm\":\"REVOKED_DURING_OUTAGE\"}".formatted(made.transaction()));
        }
        return Outcome.TAKEN;
    }

    private Optional<NewDecision> decision(GateLane lane, byte[] record) {
        try {
            if (!(JsonText.read(record) instanceof Json.Members members) || !text(members, "lane").equals(lane.profile().lane())) {
                return Optional.empty();
            }
            Instant decidedAt = Instant.parse(text(members, "decidedAt"));
            String plate = members.of().get("plate") instanceof Json.Text seen ? seen.value() : "";
            List<String> containers = members.of().get("containers") instanceof Json.Elements elements
                    ? elements.of().stream().map(each -> each instanceof Json.Text box ? box.value() : "").toList() : List.of();
            Permission permission = Permission.valueOf(text(members, "permission"));
            if (permission == Permission.OPEN) {
                containers.forEach(ContainerNumber::new);
            }
            KeptRecords.papers(record);
            return Optional.of(new NewDecision(text(members, "transaction"), lane, Cause.DELIVERED_LATE, permission, containers, plate, decidedAt,
                    decidedAt, record, Digests.of(record), seal.seal(record, clock.instant()), Set.of(lane.terminal())));
        } catch (DateTimeException | IllegalArgumentException notARecord) {
            return Optional.empty();
        }
    }

    private static String text(Json.Members members, String name) {
        if (members.of().get(name) instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("A record without " + name);
    }
}
