package io.fairway.usecase.retention;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.registry.SensitiveAct;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** A legal hold is placed by one person at once, and lifted by two. The subject of the lifting is the id of the hold. */
public final class HoldLegally implements SensitiveAct {
    /** The word of lifting one. */
    public static final String KIND = "lift-legal-hold";

    private final Transactions transactions;
    private final Keepings keepings;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public HoldLegally(Transactions transactions, Keepings keepings, Journal journal, Identifiers identifiers, InstantSource clock) {
        this.transactions = transactions;
        this.keepings = keepings;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Places one.
     *
     * @param reason 1 to 500 characters
     * @return empty when there is no such thing
     * @throws ActImpossibleException when it is erased already
     */
    public Optional<LegalHold> place(Caller caller, Erasable kind, UUID subject, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.asHub(() -> keepings.find(kind, subject).map(thing -> {
            if (thing.tie() == Keeping.Tie.ERASED) {
                throw new ActImpossibleException("ERASED", "It is erased already.");
            }
            var hold = new LegalHold(identifiers.next(), kind, subject, reason, now, caller.signature());
            keepings.place(hold);
            record(now, "legal-hold-placed", hold, caller.signature());
            return hold;
        }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpenTo(Caller caller) {
        return caller.roles().contains(Role.OPERATOR);
    }

    @Override
    public void carryOut(PendingAct act, Caller confirming) {
        Instant now = clock.instant();
        LegalHold hold = keepings.hold(UUID.fromString(act.subject()))
                .orElseThrow(() -> new ActImpossibleException("NOT_THERE", "The hold does not stand any more."));
        String by = act.askedBy() + ", " + confirming.signature();
        keepings.lift(hold, by, now);
        record(now, "legal-hold-lifted", hold, by);
    }

    private void record(Instant now, String what, LegalHold hold, String by) {
        journal.append(now, PartyId.HUB, what, hold.id(), "{\"kind\":\"%s\",\"subject\":\"%s\",\"by\":\"%s\"}".formatted(hold.kind(), hold.subject(), by));
    }
}
