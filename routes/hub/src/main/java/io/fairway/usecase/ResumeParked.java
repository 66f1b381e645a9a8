package io.fairway.usecase;

import io.fairway.usecase.view.OverdueView.Kind;
import io.fairway.usecase.view.ResumedView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An operator who has mended the cause lets the hub try again what it gave up. Attempts are counted anew; what goes out is the stored image
 * under its id as before (P4), and what waits behind it in its consignment goes on after it (P5).
 */
public final class ResumeParked {
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final ParkedRows rows;
    private final Journal journal;
    private final Wakeups wakeups;
    private final InstantSource clock;

    public ResumeParked(Transactions transactions, ParkedRows rows, Journal journal, Wakeups wakeups, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.journal = journal;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Rows that the hub gave up. All calls belong to the running transaction. */
    public interface ParkedRows {

        /** Lets a parked transmission, fact or outbound row be due now. @return what it was; empty when no such row is parked */
        Optional<Kind> resume(UUID id, Instant now);

        /** Outbound rows parked for lack of a valid certificate of the hub, oldest first. */
        List<UUID> unsealed(int most);
    }

    /** Lets everything be tried again that was parked because no certificate of the hub was valid, once there is another one. */
    public void resumeUnsealed() {
        int resumed = BATCH;
        while (resumed == BATCH) {
            resumed = transactions.asHub(this::resumeBatch);
        }
        wakeups.outboundReady();
    }

    private int resumeBatch() {
        Instant now = clock.instant();
        List<UUID> unsealed = rows.unsealed(BATCH);
        for (UUID id : unsealed) {
            rows.resume(id, now);
            journal.append(now, PartyId.HUB, "parked-resumed", id, "{\"kind\":\"" + Kind.OUTBOUND + "\"}");
        }
        return unsealed.size();
    }

    /** Lets it be tried again, by the sweep within seconds. @return empty when nothing of this id is parked; what is not is left alone */
    public Optional<ResumedView> resume(Caller operator, UUID id) {
        Instant now = clock.instant();
        Optional<ResumedView> resumed = transactions.asHub(() -> rows.resume(id, now).map(kind -> {
            journal.append(now, operator.party(), "parked-resumed", id, "{\"kind\":\"" + kind + "\"}");
            return new ResumedView(id, kind);
        }));
        resumed.ifPresent(row -> wakeups.outboundReady());
        return resumed;
    }
}
