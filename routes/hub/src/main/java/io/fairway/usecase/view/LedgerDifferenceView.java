package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that hub and ledger say differently; an alarm.
 *
 * @param actor the ledger's name of the party whose act it is
 * @param event the actor's id of the event
 * @param inHub transaction that the hub holds a receipt of
 * @param onLedger transaction that the ledger holds
 */
public record LedgerDifferenceView(Kind kind, String actor, String event, Optional<String> inHub, Optional<String> onLedger, Instant foundAt) {

    /** In what they differ. */
    public enum Kind {
        /** The hub holds a receipt, and the ledger does not hold the event. */
        ONLY_IN_HUB,
        /** The hub's organisation submitted it, and the hub does not know it. */
        ONLY_ON_LEDGER,
        /** Both hold it, by different transactions. */
        OTHER_TRANSACTION,
        /** The ledger holds it twice. */
        TWICE,
        /** Of a bulk release the ledger holds another quantity than the acts come to; in place of transactions both name quantities. */
        OTHER_QUANTITY
    }
}
