package io.fairway.usecase.title;

import io.fairway.usecase.PartyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Containers that left by the gate and whose releases are to be redeemed on the ledger. All calls belong to the running transaction. */
public interface Redemptions {

    /** Those wait once more whose release changed before the ledger took the redemption. */
    void takeUpAgain();

    /** Some that wait; a gate-out waits from the moment it stands in its case. */
    List<Redemption> pending(int most);

    /** The active release of a unit, as the ledger last told it. */
    Optional<ActiveRelease> active(String unit);

    /** The act was stored that redeems it. */
    void sent(Redemption redemption, UUID act);

    /** There is no active release of it on the ledger. */
    void withoutRelease(Redemption redemption);

    /** The terminal holds its key itself and must sign. */
    void awaitTerminal(Redemption redemption);

    /** One container's gate-out. */
    record Redemption(UUID consignment, long sequence, PartyId terminal, String container) {
    }

    /** A release. */
    record ActiveRelease(String subject, long version, FlatRecord record) {
    }
}
