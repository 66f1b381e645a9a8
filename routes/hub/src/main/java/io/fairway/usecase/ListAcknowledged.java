package io.fairway.usecase;

import io.fairway.usecase.AcknowledgedList.Acknowledged;
import io.fairway.usecase.AcknowledgedList.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Lists what was acknowledged, within a second, in the order of the journal's chain. For one thread. */
public final class ListAcknowledged {
    private static final int BATCH = 1_000;
    /** What is left is listed the next time, so that sealing does not wait. */
    private static final int ROUNDS = 20;

    private final Transactions transactions;
    private final Kept kept;
    private final AcknowledgedList list;
    private Optional<Long> listed = Optional.empty();

    public ListAcknowledged(Transactions transactions, Kept kept, AcknowledgedList list) {
        this.transactions = transactions;
        this.kept = kept;
        this.list = list;
    }

    /** Lists what was sealed since the last time. */
    public void list() {
        try {
            long behind = listed.isPresent() ? listed.get() : begin();
            long newest = transactions.asHub(kept::newest);
            for (int round = 0; round < ROUNDS; round++) {
                List<Acknowledged> more = between(behind, newest);
                if (more.isEmpty()) {
                    listed = Optional.of(Math.max(behind, newest));
                    return;
                }
                list.append(more);
                behind = more.getLast().place();
                listed = Optional.of(behind);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was acknowledged cannot be listed", e);
        }
    }

    private List<Acknowledged> between(long behind, long newest) {
        return transactions.asHub(() -> kept.between(behind, newest, BATCH));
    }

    /** Behind the last one listed; where the database does not hold that, it was restored, and what it holds was listed before. */
    private long begin() throws IOException {
        Optional<Acknowledged> last = list.last();
        if (last.isEmpty()) {
            return 0;
        }
        return transactions.asHub(() -> kept.missing(List.of(last.get())).isEmpty() ? last.get().place() : kept.newest());
    }
}
