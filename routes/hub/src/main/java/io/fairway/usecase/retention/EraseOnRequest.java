package io.fairway.usecase.retention;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.registry.SensitiveAct;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asks that what is kept about a person be erased; two persons of the hub's operator agree. Not by whoever sent it alone: it is evidence
 * against its sender too. What the law wants kept, and what a legal hold keeps, is refused. The subject is the id of the thing.
 */
public final class EraseOnRequest implements SensitiveAct {
    /** The word of this act. */
    public static final String KIND = "erase";
    private static final String WHAT = "what";
    private static final String REASON = "reason";

    private final Transactions transactions;
    private final Keepings keepings;
    private final Retention retention;
    private final EraseKept erase;
    private final InstantSource clock;

    public EraseOnRequest(Transactions transactions, Keepings keepings, Retention retention, Journal journal, Identifiers identifiers,
                          InstantSource clock) {
        this.transactions = transactions;
        this.keepings = keepings;
        this.retention = retention;
        this.erase = new EraseKept(keepings, retention, journal, identifiers);
        this.clock = clock;
    }

    /**
     * Asks for it.
     *
     * @param reason at most 500 characters; it is kept, and must name nobody
     * @return empty when there is no such thing
     * @throws ActImpossibleException when it cannot be erased as things are
     * @throws io.fairway.usecase.registry.NotEntitledException when the caller is no person of the operator
     */
    public Optional<PendingAct> ask(FourEyes fourEyes, Caller caller, Erasable kind, UUID subject, String reason) {
        Optional<Keeping> thing = transactions.asHub(() -> keepings.find(kind, subject));
        return thing.map(known -> {
            requireErasable(known, clock.instant());
            return fourEyes.ask(caller, KIND, subject.toString(), Map.of(WHAT, kind.name(), REASON, reason));
        });
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
        Keeping thing = keepings.find(Erasable.valueOf(act.detail().getOrDefault(WHAT, "")), UUID.fromString(act.subject()))
                .orElseThrow(() -> impossible("NOT_THERE", "It is not there any more."));
        requireErasable(thing, now);
        erase.onRequest(thing, act.askedBy() + ", " + confirming.signature(), act.detail().getOrDefault(REASON, ""), now);
    }

    private void requireErasable(Keeping thing, Instant now) {
        switch (thing.tie()) {
            case AT_WORK -> throw impossible("AT_WORK", "It waits to be applied or delivered; ask again when that is done.");
            case OF_A_CASE -> throw impossible("OF_A_CASE", "It speaks of a case and is erased with that.");
            case LEGAL_HOLD -> throw impossible("LEGAL_HOLD", "A legal hold keeps it.");
            case ERASED -> throw impossible("ERASED", "It is erased already.");
            case NONE -> requireNoDuty(thing, now);
        }
    }

    private void requireNoDuty(Keeping thing, Instant now) {
        thing.sorts().stream().sorted().filter(sort -> thing.since().isAfter(retention.of(sort).owedFrom(now))).findFirst().ifPresent(sort -> {
            throw impossible("KEPT_BY_LAW", "As " + sort + " it must be kept for " + retention.of(sort).duty() + " from " + thing.since() + ".");
        });
    }

    private static ActImpossibleException impossible(String code, String why) {
        return new ActImpossibleException(code, why);
    }
}
