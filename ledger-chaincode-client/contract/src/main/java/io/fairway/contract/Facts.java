package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What entitled parties say (attestations), what was financed, which digests stood in which order, and what time it is. */
final class Facts {
    /** The clock moves at most so far at a time; so a wrong word cannot end every offer at once. */
    static final Duration LONGEST_TICK = Duration.ofDays(2);

    private static final Map<String, Role> ENTITLED = Map.of("customs-released", Role.CUSTOMS, "customs-held", Role.CUSTOMS,
            "discharged", Role.TERMINAL, "gated-in", Role.TERMINAL, "gated-out", Role.TERMINAL, "vessel-called", Role.PORT);
    private static final String NOTHING_BEFORE = "0".repeat(64);

    private Facts() {
    }

    static Fields attest(Act act) {
        Act.require(act.subject().part(1).equals(act.actor()), Refusal.NOT_ENTITLED);
        act.requireNew();
        String fact = act.text("fact");
        act.requireRole(Optional.ofNullable(ENTITLED.get(fact)).orElseThrow(() -> Refusal.INTENT_FORM.refused("no such fact")));
        Fields written = act.write(Fields.none().with("fact", fact).with("about", act.text("about")).with("root", act.text("root")).with("state", "stands"));
        act.world().put("about", List.of(act.text("about"), act.actor(), act.subject().part(2)), Fields.none().with("subject", act.subject().text()));
        return written;
    }

    static Fields withdraw(Act act) {
        Fields attestation = act.existing();
        Act.require(act.subject().part(1).equals(act.actor()), Refusal.NOT_ENTITLED);
        Act.require(attestation.says("state", "stands"), Refusal.STATE);
        return act.write(attestation.with("state", "withdrawn"));
    }

    /** The first active claim wins. A later one is written down as a clash, so that both sides hear of it and of nothing else. */
    static Fields claim(Act act) {
        act.requireRole(Role.BANK);
        Optional<Fields> active = act.before().filter(claim -> claim.says("state", "active"));
        if (active.isPresent()) {
            Fields clash = Fields.none().with("result", "clash").with("contact", active.get().text("contact")).with("otherContact", act.text("contact"));
            act.world().put("clash", List.of(act.subject().part(1), act.actor(), act.intent().event()), clash);
            return clash;
        }
        long version = act.before().map(claim -> claim.number("version")).orElse(0L) + 1;
        return act.write(act.subject(), Fields.none().with("claimant", act.actor()).with("contact", act.text("contact")).with("state", "active")
                .with("result", "active"), version);
    }

    static Fields endClaim(Act act) {
        Fields claim = act.existing();
        act.requireActor(claim.text("claimant"));
        Act.require(claim.says("state", "active"), Refusal.STATE);
        return act.write(claim.with("state", "ended").with("result", "ended"));
    }

    static Fields anchor(Act act) {
        Act.require(act.subject().part(1).equals(act.actor()), Refusal.NOT_ENTITLED);
        Fields head = act.before().orElse(Fields.none().with("root", NOTHING_BEFORE));
        Act.require(head.says("root", act.text("previous")), Refusal.ANCHOR_GAP, "previous is not the root of the batch before");
        long next = head.number("first") + head.number("count");
        Act.require(act.intent().fields().number("first") == next, Refusal.ANCHOR_GAP, "expected first " + next);
        Act.require(act.intent().fields().number("count") > 0, Refusal.ANCHOR_GAP, "a batch has one digest at least");
        Fields batch = Fields.none().with("root", act.text("root")).with("previous", act.text("previous")).with("first", next)
                .with("count", act.intent().fields().number("count"));
        act.world().put("anchored", List.of(act.actor(), act.subject().part(2), "%015d".formatted(act.intent().version() + 1)), batch);
        return act.write(batch);
    }

    static Fields tick(Act act) {
        act.requireRole(Role.CLOCK);
        Charter.inForce(act.world()).requireIndependent(act.party(act.actor()).text("organisation"));
        Act.require(!act.moment("at").isAfter(act.time().claimed().plus(LedgerTime.LAG)), Refusal.CLOCK, "the clock runs ahead of the transaction");
        act.time().clock().ifPresent(clock -> {
            Act.require(act.moment("at").isAfter(clock), Refusal.CLOCK, "the clock goes forward only");
            Act.require(!act.moment("at").isAfter(clock.plus(LONGEST_TICK)), Refusal.CLOCK, "the clock moves two days at most");
        });
        return act.write(Fields.none().with("at", act.text("at")));
    }
}
