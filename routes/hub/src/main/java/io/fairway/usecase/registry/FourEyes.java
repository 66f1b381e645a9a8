package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Four eyes: one person asks, a second one of the same organisation confirms, and only then it is done, in the transaction of the
 * confirmation. Who asked may take it back but never confirm; the database refuses that too. What is not confirmed within three days is
 * past.
 */
public final class FourEyes {
    private static final Duration WAITS = Duration.ofDays(3);

    private final Transactions transactions;
    private final PendingActs acts;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final Map<String, SensitiveAct> kinds = new HashMap<>();

    public FourEyes(Transactions transactions, PendingActs acts, Journal journal, Identifiers identifiers, InstantSource clock,
                    List<SensitiveAct> kinds) {
        this.transactions = transactions;
        this.acts = acts;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    }

    /**
     * Stores the wish.
     *
     * @param detail what the act has to know
     * @throws NotEntitledException when the caller is no person, or not one who may wish this
     */
    public PendingAct ask(Caller caller, String kind, String subject, Map<String, String> detail) {
        requirePerson(caller, kind);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var act = new PendingAct(identifiers.next(), caller.party(), kind, subject, detail, caller.signature(), now, now.plus(WAITS),
                PendingAct.State.PENDING, Optional.empty(), Optional.empty());
        transactions.asParty(caller.party(), () -> {
            acts.add(act);
            record(caller, now, "act-asked", act);
            return act;
        });
        return act;
    }

    /**
     * Does it.
     *
     * @return the act as done; empty when there is none of the caller's organisation that waits
     * @throws NotEntitledException when the caller is who asked, no person, or not one who may do this
     * @throws ActImpossibleException when it cannot be done any more
     */
    public Optional<PendingAct> confirm(Caller caller, UUID id) {
        Instant now = clock.instant();
        Optional<PendingAct> done = transactions.asRecordedHub(() -> acts.lockWaiting(caller.party(), id).map(act -> {
            requirePerson(caller, act.kind());
            if (act.askedBy().equals(caller.signature())) {
                throw new NotEntitledException("A second person has to confirm what you asked for.");
            }
            if (now.isAfter(act.validUntil())) {
                throw new ActImpossibleException("ACT_PAST", "Nobody confirmed it in time; ask again.");
            }
            kind(act.kind()).carryOut(act, caller);
            return answered(caller, act, PendingAct.State.DONE, now);
        }));
        done.ifPresent(act -> kind(act.kind()).settled());
        return done;
    }

    /** Drops it; who asked may do so too. Empty like {@link #confirm}. */
    public Optional<PendingAct> refuse(Caller caller, UUID id) {
        Instant now = clock.instant();
        return transactions.asHub(() -> acts.lockWaiting(caller.party(), id).map(act -> {
            requirePerson(caller, act.kind());
            return answered(caller, act, PendingAct.State.REFUSED, now);
        }));
    }

    /** What waits of this kind for the caller's organisation and this subject. */
    public List<PendingAct> waiting(Caller caller, String kind, String subject) {
        return transactions.asParty(caller.party(), () -> acts.waiting(kind, subject));
    }

    /** One act of the caller's organisation, whether it waits or not. */
    public Optional<PendingAct> find(Caller caller, UUID id) {
        return transactions.asParty(caller.party(), () -> acts.find(id));
    }

    private PendingAct answered(Caller caller, PendingAct act, PendingAct.State state, Instant now) {
        acts.answer(act.id(), state, caller.signature(), now);
        record(caller, now, state == PendingAct.State.DONE ? "act-confirmed" : "act-refused", act);
        return new PendingAct(act.id(), act.organisation(), act.kind(), act.subject(), act.detail(), act.askedBy(), act.askedAt(),
                act.validUntil(), state, Optional.of(caller.signature()), Optional.of(now));
    }

    private void requirePerson(Caller caller, String kind) {
        if (caller.person().isEmpty()) {
            throw new NotEntitledException("This takes two persons; a system cannot be one.");
        }
        if (!kind(kind).isOpenTo(caller)) {
            throw new NotEntitledException("This is not yours to do.");
        }
    }

    private SensitiveAct kind(String kind) {
        SensitiveAct known = kinds.get(kind);
        if (known == null) {
            throw new IllegalStateException("No act is known as " + kind);
        }
        return known;
    }

    private void record(Caller caller, Instant now, String what, PendingAct act) {
        PartyId party = caller.party();
        journal.append(now, party, what, act.id(), "{\"act\":\"%s\",\"by\":\"%s\"}".formatted(act.kind(), caller.signature()));
    }
}
