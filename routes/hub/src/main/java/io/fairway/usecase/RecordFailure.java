package io.fairway.usecase;

import java.time.Instant;
import java.time.InstantSource;

/** Counts failed attempts at a row, and parks it with an alarm when they are too many: nothing waits for ever unseen (P2). */
public final class RecordFailure {
    private static final int MOST_CAUSE_LENGTH = 500;

    private final Transactions transactions;
    private final Transmissions transmissions;
    private final Facts facts;
    private final Outbox outbox;
    private final FailureSettings settings;
    private final InstantSource clock;

    public RecordFailure(Transactions transactions, Transmissions transmissions, Facts facts, Outbox outbox, FailureSettings settings,
                         InstantSource clock) {
        this.transactions = transactions;
        this.transmissions = transmissions;
        this.facts = facts;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    public void ofReading(TransmissionId id, Throwable cause) {
        transactions.asHub(() -> {
            transmissions.recordFailure(id, describe(cause), settings.mostAttempts());
            return id;
        });
    }

    /** The failed fact is the first pending one of the consignment: facts are applied in row order. */
    public void ofApplying(ConsignmentId id, Throwable cause) {
        transactions.asHub(() -> {
            facts.nextOf(id).ifPresent(fact -> facts.recordFailure(fact.id(), describe(cause), settings.mostAttempts()));
            return id;
        });
    }

    /** A delivery that failed on our side, not the counterpart's. */
    public void ofDelivery(DueOutbound due, Throwable cause) {
        Instant now = clock.instant();
        OutboundId id = due.outbound().id();
        transactions.asHub(() -> {
            if (due.attempts() + 1 >= settings.mostAttempts()) {
                outbox.park(id, describe(cause), now);
            } else {
                outbox.markFailed(id, describe(cause), now.plus(settings.pause()));
            }
            return id;
        });
    }

    private static String describe(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getClass().getName() + ": " + root.getMessage();
        return text.length() <= MOST_CAUSE_LENGTH ? text : text.substring(0, MOST_CAUSE_LENGTH);
    }
}
