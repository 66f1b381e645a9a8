package io.fairway.store;

import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.TitleReceipts;
import java.util.List;
import java.util.UUID;

/** Receipts of the acts on rights: which rights, row-level security decides; the receipts of what happened to them are the hub's. */
public final class JdbcTitleReceipts implements TitleReceipts {
    private final Transactions transactions;

    public JdbcTitleReceipts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<TitleReceipt> ofBill(Caller caller, String number) {
        UUID[] seen = transactions.asParty(caller.party(), () -> Running.sql("select id from ledger_right where number = :number")
                .param("number", number).query((row, index) -> uuid(row, "id")).list()).toArray(UUID[]::new);
        return transactions.asHub(() -> Running.sql("""
                select r.subject, e.version, e.action, e.transaction, e.block, a.receipt from ledger_right_event e
                join ledger_right r on r.id = e.right_id join ledger_act a on a.transaction = e.transaction and a.receipt is not null
                where e.right_id = any(:rights) order by e.block, r.subject, e.version""")
                .param("rights", seen)
                .query((row, index) -> new TitleReceipt(row.getString("subject"), row.getLong("version"), row.getString("action"),
                        row.getString("transaction"), row.getLong("block"), row.getBytes("receipt"))).list());
    }
}
