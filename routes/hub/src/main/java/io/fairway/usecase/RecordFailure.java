package io.fairway.usecase;

/** Counts failed attempts at a row, and parks it with an alarm when they are too many: nothing waits for ever unseen (P2). */
public final class RecordFailure {
    private static final int MOST_CAUSE_LENGTH = 500;

    private final Transactions transactions;
    private final Transmissions transmissions;
    private final Facts facts;
    private final int mostAttempts;

    /** @param mostAttempts attempts after which a row is parked */
    public RecordFailure(Transactions transactions, Transmissions transmissions, Facts facts, int mostAttempts) {
        this.transactions = transactions;
        this.transmissions = transmissions;
        this.facts = facts;
        this.mostAttempts = mostAttempts;
    }

    public void ofReading(TransmissionId id, Throwable cause) {
        transactions.asHub(() -> {
            transmissions.recordFailure(id, describe(cause), mostAttempts);
            return id;
        });
    }

    /** The failed fact is the first pending one of the consignment: facts are applied in row order. */
    public void ofApplying(ConsignmentId id, Throwable cause) {
        transactions.asHub(() -> {
            facts.nextOf(id).ifPresent(fact -> facts.recordFailure(fact.id(), describe(cause), mostAttempts));
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
