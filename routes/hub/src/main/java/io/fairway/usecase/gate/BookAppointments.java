package io.fairway.usecase.gate;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateStore.Booked;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Appointments of hauliers. Whether the haulier holds the release is looked at again at the gate: an appointment gives no right. */
public final class BookAppointments {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final GateStore store;
    private final Parties parties;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public BookAppointments(Transactions transactions, GateStore store, Parties parties, Journal journal, Identifiers identifiers,
                            InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.parties = parties;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What is to be booked. */
    public record Wish(PartyId terminal, ContainerNumber container, String purpose, String plate, String driver, int tareKilograms,
                       Instant from, Instant until) {
    }

    /** Books it. Empty when there is no such terminal in the haulier's environment. */
    public Optional<Booked> book(Caller haulier, Wish wish) {
        Instant now = clock.instant();
        return transactions.asHub(() -> {
            Optional<Environment> environment = parties.find(haulier.party()).map(party -> party.environment());
            Optional<Environment> there = parties.find(wish.terminal()).map(party -> party.environment());
            if (environment.isEmpty() || !environment.equals(there)) {
                return Optional.empty();
            }
            Booked booked = new Booked(identifiers.next(), haulier.party(), wish.terminal(), environment.get(), wish.container(), wish.purpose(),
                    wish.plate().toUpperCase(Locale.ROOT), wish.driver(), wish.tareKilograms(), wish.from(), wish.until(), now);
            store.add(booked);
            journal.append(now, haulier.party(), "appointment-booked", booked.id(), "{}");
            return Optional.of(booked);
        });
    }

    /** Those the caller may see, latest first, at most 200. */
    public List<Booked> list(Caller caller) {
        return transactions.asParty(caller.party(), () -> store.readable(MOST));
    }

    /** Withdraws the caller's own; empty when it has no such appointment. */
    public Optional<UUID> withdraw(Caller haulier, UUID id) {
        Instant now = clock.instant();
        return transactions.asHub(() -> {
            Optional<UUID> known = store.withdraw(id, haulier.party(), now);
            known.ifPresent(_ -> journal.append(now, haulier.party(), "appointment-withdrawn", id, "{}"));
            return known;
        });
    }
}
