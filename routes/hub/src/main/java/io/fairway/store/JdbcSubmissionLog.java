package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.ledger.EventId;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.Settlement;
import io.fairway.ledger.SignedTransaction;
import io.fairway.ledger.Submission;
import io.fairway.ledger.SubmissionLog;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must survive a crash so that every act is recorded once (P7), as rows. Each call is a transaction of its own. */
public final class JdbcSubmissionLog implements SubmissionLog {
    private final Transactions transactions;
    private final InstantSource clock;

    public JdbcSubmissionLog(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Submission> open(int limit) {
        return asHub(() -> Running.sql("""
                select actor, event, lane, action, intent, signatures, quantity, endorsement, signed_id, signed from ledger_act
                where state = 'PENDING' order by position limit :limit""")
                .param("limit", limit).query((row, number) -> submission(row)).list());
    }

    private static Submission submission(ResultSet row) throws SQLException {
        var arguments = new java.util.ArrayList<String>(List.of(row.getString("intent")));
        arguments.addAll(List.of((String[]) row.getArray("signatures").getArray()));
        var event = new EventId(row.getString("actor"), row.getString("event"));
        var invocation = new Invocation(event, row.getString("lane"), row.getString("action"), arguments, unrecorded(row.getString("quantity")), List.of());
        byte[] signed = row.getBytes("signed");
        return new Submission(invocation, row.getInt("endorsement"), signed == null ? Optional.empty()
                : Optional.of(new SignedTransaction(row.getString("signed_id"), signed)));
    }

    private static Map<String, String> unrecorded(@Nullable String quantity) {
        return quantity == null ? Map.of() : Map.of(Quantity.NAME, quantity);
    }

    @Override
    public SignedTransaction sign(EventId event, int endorsement, SignedTransaction signed) {
        return asHub(() -> {
            Running.sql("""
                    update ledger_act set signed_id = :id, signed = :bytes
                    where actor = :actor and event = :event and state = 'PENDING' and endorsement = :endorsement and signed is null""")
                    .param("id", signed.transactionId()).param("bytes", signed.bytes()).param("actor", event.actor())
                    .param("event", event.event()).param("endorsement", endorsement).update();
            return Running.sql("""
                    select signed_id, signed from ledger_act
                    where actor = :actor and event = :event and state = 'PENDING' and endorsement = :endorsement and signed is not null""")
                    .param("actor", event.actor()).param("event", event.event()).param("endorsement", endorsement)
                    .query((row, number) -> new SignedTransaction(row.getString("signed_id"), row.getBytes("signed"))).optional()
                    .orElseThrow(() -> new IllegalStateException(event + " is settled or has come to a later endorsement"));
        });
    }

    @Override
    public void conflicted(EventId event, int endorsement, String code) {
        asHub(() -> Running.sql("""
                update ledger_act set endorsement = endorsement + 1, signed_id = null, signed = null, conflicts = conflicts + 1, code = :code
                where actor = :actor and event = :event and state = 'PENDING' and endorsement = :endorsement""")
                .param("code", code).param("actor", event.actor()).param("event", event.event()).param("endorsement", endorsement).update());
    }

    @Override
    public void settle(EventId event, Settlement settlement) {
        int changed = asHub(() -> switch (settlement) {
            case Settlement.Recorded(var receipt) -> Running.sql("""
                    update ledger_act set state = 'RECORDED', code = '', transaction = :transaction, block = :block, receipt = :receipt,
                                          settled_at = coalesce(settled_at, :at)
                    where actor = :actor and event = :event and (state = 'PENDING' or state = 'RECORDED' and transaction = :transaction)""")
                    .param("transaction", receipt.transactionId()).param("block", receipt.block()).param("receipt", receipt.bytes())
                    .param("at", time(clock.instant())).param("actor", event.actor()).param("event", event.event()).update();
            case Settlement.Refused(var code, var reason) -> Running.sql("""
                    update ledger_act set state = 'REFUSED', code = :code, reason = :reason, settled_at = coalesce(settled_at, :at)
                    where actor = :actor and event = :event and (state = 'PENDING' or state = 'REFUSED' and code = :code)""")
                    .param("code", code).param("reason", reason).param("at", time(clock.instant()))
                    .param("actor", event.actor()).param("event", event.event()).update();
        });
        if (changed != 1) {
            throw new IllegalStateException(event + " was settled in another way than " + settlement);
        }
    }

    /** Acts that are not settled. */
    public int pending() {
        return transactions.asHub(() -> Running.sql("select count(*) from ledger_act where state = 'PENDING'").query(Integer.class).single());
    }

    /** A database that is away ends the round like a ledger that is away; what is stored stays as it is. */
    private <T> T asHub(Supplier<T> work) {
        try {
            return transactions.asHub(work);
        } catch (StoreUnavailableException e) {
            throw new LedgerUnavailableException("The submission log cannot be reached", e);
        }
    }
}
