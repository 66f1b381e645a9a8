package io.fairway.usecase.gate;

import io.fairway.clearance.Role;
import io.fairway.clearance.gate.GateRule;
import io.fairway.clearance.gate.SetAside;
import io.fairway.clearance.gate.SetAside.By;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.registry.SensitiveAct;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A rule that stopped a truck is set aside for its passage; it takes two. The terminal's people answer for what a clerk or two supervisors
 * may, those of customs for what only the authority may. The subject is the gate transaction. The passage is decided anew on what is known
 * at the moment of the confirmation: setting one rule aside opens nothing that another one stops.
 */
public final class OverrideGate implements SensitiveAct {
    /** The word of this act. */
    public static final String KIND = "override-gate";
    private static final Duration JUST_NOW = Duration.ofSeconds(30);
    private static final String LANE = "lane";
    private static final String RULE = "rule";
    private static final String REASON = "reason";

    private final GateLanes lanes;
    private final GateStore store;
    private final DecidePassages decide;
    private final Transactions transactions;
    private final LaneVoice voice;
    private final InstantSource clock;

    public OverrideGate(GateLanes lanes, GateStore store, DecidePassages decide, Transactions transactions, LaneVoice voice,
                        InstantSource clock) {
        this.lanes = lanes;
        this.store = store;
        this.decide = decide;
        this.transactions = transactions;
        this.voice = voice;
        this.clock = clock;
    }

    /** What has to be known of it. @param reason in the words of who asks */
    public static Map<String, String> detail(String lane, GateRule rule, String reason) {
        return Map.of(LANE, lane, RULE, rule.name(), REASON, reason);
    }

    /** In what capacity the caller's organisation may answer for a rule; empty when it may not. */
    public static Optional<By> capacity(Caller caller, GateRule rule) {
        return switch (rule.overriddenBy()) {
            case CLERK, TWO_SUPERVISORS -> caller.roles().contains(Role.TERMINAL) ? Optional.of(By.TWO_SUPERVISORS) : Optional.empty();
            case CUSTOMS, RADIATION_AUTHORITY -> caller.roles().contains(Role.CUSTOMS) ? Optional.of(rule.overriddenBy()) : Optional.empty();
        };
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpenTo(Caller caller) {
        return caller.roles().contains(Role.TERMINAL) || caller.roles().contains(Role.CUSTOMS);
    }

    @Override
    public void carryOut(PendingAct act, Caller confirming) {
        GateLane lane = lanes.find(act.detail().getOrDefault(LANE, "")).orElseThrow(() -> impossible("There is no such lane any more."));
        GateRule rule = GateRule.valueOf(act.detail().getOrDefault(RULE, ""));
        By by = capacity(confirming, rule).orElseThrow(() -> impossible("This rule is not yours to set aside."));
        Instant now = clock.instant();
        store.lock(lane.profile().lane());
        if (!store.isBeforeTheBarrier(act.subject(), lane.profile().lane())) {
            throw impossible("The truck is not before the barrier any more.");
        }
        var wanted = new SetAside(rule, by, act.askedBy(), Optional.of(confirming.signature()), act.detail().getOrDefault(REASON, ""), now);
        if (decide.setAside(lane, act.subject(), wanted, now).isEmpty()) {
            throw impossible("The rule does not stop this truck.");
        }
    }

    /** Every lane whose standing decision people have changed just now hears it. */
    @Override
    public void settled() {
        Instant since = clock.instant().minus(JUST_NOW);
        lanes.all().forEach(lane -> transactions.asHub(() -> store.standing(lane.profile().lane()))
                .filter(kept -> kept.cause() == GateStore.Cause.SET_ASIDE && kept.decidedAt().isAfter(since))
                .map(KeptRecords::word).ifPresent(voice::say));
    }

    private static ActImpossibleException impossible(String why) {
        return new ActImpossibleException("GATE_NOT_OVERRIDDEN", why);
    }
}
