package io.fairway.usecase.title;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.Role;
import io.fairway.document.CustomsResponse;
import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.Fact;
import io.fairway.ledger.proof.MerkleTree;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.ActsInCustody.Order;
import io.fairway.usecase.title.Attestations.Attestable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a terminal, customs or the port said to the hub becomes its attestation on the ledger, signed by its key where it left that in the hub's
 * custody: discharged, gated in and out, released by customs, the ship called. The ledger gets a commitment of what it is about and the root
 * over salted facts, nothing in clear.
 */
public final class AttestFacts {
    private static final Duration LIFE = Duration.ofDays(6);
    private static final int BATCH = 50;

    private final Attestations attestations;
    private final ActsInCustody acts;
    private final Commitments commitments;
    private final Parties parties;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final RandomGenerator salts;

    /** @param salts a source that nobody can foretell */
    public AttestFacts(Attestations attestations, ActsInCustody acts, Commitments commitments, Parties parties, Transactions transactions,
                       Identifiers identifiers, RandomGenerator salts) {
        this.attestations = attestations;
        this.acts = acts;
        this.commitments = commitments;
        this.parties = parties;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.salts = salts;
    }

    /** Turns what waits into acts, each in a transaction of its own. @return how many were looked at */
    public int attestPending() {
        List<Attestable> pending = transactions.asHub(() -> attestations.pending(BATCH));
        pending.forEach(one -> transactions.asHub(() -> attest(one)));
        return pending.size();
    }

    /** @param about the commitment of what it is about */
    private record Saying(String fact, Role speaker, String about, String thing) {
    }

    private Attestable attest(Attestable one) {
        Optional<Saying> saying = saying(one).filter(said -> parties.find(one.sender()).filter(party -> party.roles().contains(said.speaker()))
                .isPresent());
        saying.ifPresentOrElse(said -> say(one, said), () -> attestations.pass(one));
        return one;
    }

    private Optional<Saying> saying(Attestable one) {
        return switch (one.event()) {
            case ClearanceEvent.ContainerDischarged at -> Optional.of(ofContainer("discharged", at.container().value()));
            case ClearanceEvent.ContainerGatedIn at -> Optional.of(ofContainer("gated-in", at.container().value()));
            case ClearanceEvent.ContainerGatedOut at -> Optional.of(ofContainer("gated-out", at.container().value()));
            case ClearanceEvent.CustomsDecided at when at.response().decision() == CustomsResponse.Decision.RELEASED -> Optional.of(
                    new Saying("customs-released", Role.CUSTOMS, commitments.ofBill(one.carrier(), one.bill()), one.bill()));
            case ClearanceEvent.ShipArrived _ when !one.ship().isEmpty() -> Optional.of(new Saying("vessel-called", Role.MARITIME,
                    commitments.ofCall(one.ship(), one.voyage(), one.port()), one.ship()));
            case ClearanceEvent _ -> Optional.empty();
        };
    }

    private Saying ofContainer(String fact, String container) {
        return new Saying(fact, Role.TERMINAL, commitments.ofUnit(container), container);
    }

    private void say(Attestable one, Saying said) {
        Map<String, String> facts = new TreeMap<>(Map.of("fact", said.fact(), "about", said.thing(), "bill", one.bill(), "at",
                one.occurredAt().toString()));
        var disclosable = new TreeMap<String, String>();
        var leaves = new ArrayList<Fact>();
        facts.forEach((name, value) -> {
            byte[] salt = new byte[Digest.LENGTH];
            salts.nextBytes(salt);
            leaves.add(new Fact(name, value, Fact.Salt.of(salt)));
            disclosable.put(name, value);
            disclosable.put(name + ".salt", HexFormat.of().formatHex(salt));
        });
        String root = MerkleTree.over(leaves.stream().map(Fact::leaf).toList()).root().hex();
        UUID id = identifiers.next();
        String subject = RightKind.ATTESTATION.word() + "/" + LedgerNames.of(one.sender()) + "/" + id;
        acts.add(one.sender(), new Order(RightKind.ATTESTATION.beginning(), subject, 0, LIFE,
                        Map.of("fact", said.fact(), "about", said.about(), "root", root)))
                .ifPresentOrElse(act -> attestations.sent(one, act, subject, FlatRecord.of(disclosable).canonical()), () -> attestations.awaitParty(one));
    }
}
