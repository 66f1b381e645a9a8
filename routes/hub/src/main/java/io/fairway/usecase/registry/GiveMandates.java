package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.MandateView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A principal lets an agent act for it until a time, and takes it back. What the agent said before stands. */
public final class GiveMandates {
    private static final Duration SEEDED_FOR = Duration.ofDays(365);

    private final Transactions transactions;
    private final Mandates mandates;
    private final Parties parties;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public GiveMandates(Transactions transactions, Mandates mandates, Parties parties, Journal journal, Identifiers identifiers,
                        InstantSource clock) {
        this.transactions = transactions;
        this.mandates = mandates;
        this.parties = parties;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Registers the mandates that configuration names, for a year; one that was ever there, withdrawn or not, is left alone. */
    public void seed(Map<PartyId, Set<PartyId>> principalsByAgent) {
        Instant now = clock.instant();
        transactions.asHub(() -> {
            principalsByAgent.forEach((agent, principals) -> principals.stream().filter(principal -> !mandates.isKnown(principal, agent))
                    .forEach(principal -> mandates.add(mandate(principal, agent, now, now.plus(SEEDED_FOR), "configuration"))));
            return principalsByAgent.size();
        });
    }

    /** @throws ActImpossibleException when the agent or the time cannot be used */
    public MandateView give(Caller principal, PartyId agent, Instant validUntil) {
        Instant now = clock.instant();
        if (!validUntil.isAfter(now)) {
            throw new ActImpossibleException("TIME_PAST", "Expected validUntil in the future.");
        }
        if (parties.find(agent).isEmpty() || agent.equals(principal.party())) {
            throw new ActImpossibleException("PARTY_UNKNOWN", "Expected another registered party.");
        }
        MandateView mandate = mandate(principal.party(), agent, now, validUntil, principal.signature());
        return transactions.asParty(principal.party(), () -> {
            mandates.add(mandate);
            journal.append(now, principal.party(), "mandate-given", mandate.id(), "{\"agent\":\"%s\"}".formatted(agent));
            return mandate;
        });
    }

    private MandateView mandate(PartyId principal, PartyId agent, Instant now, Instant until, String by) {
        return new MandateView(identifiers.next(), principal.value(), agent.value(), now, until, now, by, Optional.empty());
    }

    /** @return whether there was one of the caller's to withdraw */
    public boolean withdraw(Caller principal, UUID id) {
        Instant now = clock.instant();
        return transactions.asParty(principal.party(), () -> {
            boolean withdrawn = mandates.withdraw(principal.party(), id, now);
            if (withdrawn) {
                journal.append(now, principal.party(), "mandate-withdrawn", id, "{}");
            }
            return withdrawn;
        });
    }
}
