package io.fairway.store;

import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.Redemptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Redemptions as rows, one for each gate-out that stands in a case, queued in the transaction in which it comes to stand. */
public final class JdbcRedemptions implements Redemptions {

    @Override
    public void takeUpAgain() {
        Running.sql("""
                update ledger_redemption r set state = 'PENDING' from ledger_act a
                where r.state = 'SENT' and a.id = r.act and a.state = 'REFUSED' and a.code = 'FW-VERSION'""").update();
    }

    @Override
    public List<Redemption> pending(int most) {
        return Running.sql("select consignment, sequence, terminal, container from ledger_redemption where state = 'PENDING' limit :most")
                .param("most", most)
                .query((row, number) -> new Redemption(uuid(row, "consignment"), row.getLong("sequence"), new PartyId(row.getString("terminal")),
                        row.getString("container"))).list();
    }

    @Override
    public Optional<ActiveRelease> active(String unit) {
        return Running.sql("""
                select subject, version, record from ledger_right
                where kind = 'RELEASE' and record like '%"state":"active"%' and position(:unit in record) > 0
                order by changed_at desc limit 1""")
                .param("unit", unit)
                .query((row, number) -> new ActiveRelease(row.getString("subject"), row.getLong("version"), FlatRecord.read(row.getString("record"))))
                .optional();
    }

    @Override
    public void sent(Redemption redemption, UUID act) {
        conclude(redemption, "SENT", act);
    }

    @Override
    public void withoutRelease(Redemption redemption) {
        conclude(redemption, "NO_RELEASE", null);
    }

    @Override
    public void awaitTerminal(Redemption redemption) {
        conclude(redemption, "AWAITS_TERMINAL", null);
    }

    private static void conclude(Redemption redemption, String state, @Nullable UUID act) {
        Running.sql("""
                update ledger_redemption set state = :state, act = :act::uuid
                where consignment = :consignment and sequence = :sequence and state = 'PENDING'""")
                .param("state", state).param("act", act).param("consignment", redemption.consignment())
                .param("sequence", redemption.sequence()).update();
    }
}
