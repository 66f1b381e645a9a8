package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;

import io.fairway.ledger.Difference;
import io.fairway.ledger.EventId;
import io.fairway.ledger.Reconciliation.HubRecord;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.LedgerRecords;
import io.fairway.usecase.view.LedgerDifferenceView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recorded acts and differences as rows. */
public final class JdbcLedgerRecords implements LedgerRecords {

    @Override
    public Progress progress() {
        return Running.sql("select next_block, reconciled_block, reconciled_at from ledger_checkpoint")
                .query((row, number) -> new Progress(row.getLong("next_block"), row.getLong("reconciled_block"),
                        optionalInstant(row, "reconciled_at"))).optional().orElse(new Progress(0, 0, Optional.empty()));
    }

    @Override
    public List<HubRecord> recorded(long from, long until) {
        return Running.sql("select actor, event, transaction from ledger_act where state = 'RECORDED' and block >= :from and block < :until")
                .param("from", from).param("until", until)
                .query((row, number) -> new HubRecord(new EventId(row.getString("actor"), row.getString("event")), row.getString("transaction")))
                .list();
    }

    @Override
    public Optional<BulkRecord> bulk(String subject) {
        return Running.sql(JdbcRights.RIGHT + " where subject = :subject and bulk.whole and bulk.released is not null").param("subject", subject)
                .query((row, number) -> {
                    FlatRecord record = FlatRecord.read(row.getString("record"));
                    return new BulkRecord(subject, new EventId(record.text("by"), record.text("event")), row.getLong("version"), row.getLong("released"),
                            row.getString("unit"), row.getLong("taken"));
                }).optional();
    }

    @Override
    public void compared(List<Difference> found, long until, Instant now) {
        found.forEach(difference -> {
            switch (difference) {
                case Difference.OnlyInHub(var event, var transaction) -> note("ONLY_IN_HUB", event, transaction, "", now);
                case Difference.OnlyOnLedger(var event, var transaction, var _) -> note("ONLY_ON_LEDGER", event, "", transaction, now);
                case Difference.OtherTransaction(var event, var inHub, var onLedger) -> note("OTHER_TRANSACTION", event, inHub, onLedger, now);
                case Difference.OtherQuantity(var event, var inHub, var onLedger) -> note("OTHER_QUANTITY", event, inHub, onLedger, now);
                case Difference.Twice(var event, var first, var second) -> note("TWICE", event, first, second, now);
            }
        });
        Running.sql("""
                update ledger_difference d set cleared_at = :now where cleared_at is null and kind = 'ONLY_ON_LEDGER' and exists (
                    select 1 from ledger_act a where a.actor = d.actor and a.event = d.event and a.state = 'RECORDED'
                    and a.transaction = d.on_ledger)""").param("now", time(now)).update();
        Running.sql("update ledger_checkpoint set reconciled_block = :until, reconciled_at = :now").param("until", until).param("now", time(now))
                .update();
    }

    private static void note(String kind, EventId event, String inHub, String onLedger, Instant now) {
        Running.sql("""
                insert into ledger_difference (kind, actor, event, in_hub, on_ledger, found_at)
                select :kind, :actor, :event, :inHub, :onLedger, :now
                where not exists (select 1 from ledger_act where actor = :actor and event = :event and state = 'PENDING')
                on conflict (kind, actor, event) do update set found_at = excluded.found_at, in_hub = excluded.in_hub,
                    on_ledger = excluded.on_ledger, cleared_at = null""")
                .param("kind", kind).param("actor", event.actor()).param("event", event.event()).param("inHub", inHub)
                .param("onLedger", onLedger).param("now", time(now)).update();
    }

    @Override
    public List<LedgerDifferenceView> differences(int most) {
        return Running.sql("""
                select kind, actor, event, in_hub, on_ledger, found_at from ledger_difference where cleared_at is null
                order by found_at, actor, event limit :most""").param("most", most)
                .query((row, number) -> new LedgerDifferenceView(LedgerDifferenceView.Kind.valueOf(row.getString("kind")), row.getString("actor"),
                        row.getString("event"), said(row.getString("in_hub")), said(row.getString("on_ledger")), instant(row, "found_at"))).list();
    }

    private static Optional<String> said(String transaction) {
        return Optional.of(transaction).filter(each -> !each.isEmpty());
    }
}
