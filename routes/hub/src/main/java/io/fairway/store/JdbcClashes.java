package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.toMicros;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.view.ClashMessageView;
import io.fairway.usecase.view.ClashMessageView.Side;
import io.fairway.usecase.view.ClashView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Clashes as rows; row-level security leaves those the party is a side of. */
public final class JdbcClashes implements Clashes {
    private final Transactions transactions;

    public JdbcClashes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Slice<ClashView> list(Caller caller, Slice.Want want) {
        return transactions.asParty(caller.party(), () -> Slices.byId(Running.sql("""
                select id, told_at, case when party = :self then contact else other_contact end as own,
                       case when party = :self then other_contact else contact end as other
                from financing_clash where (:after::uuid is null or id < :after) order by id desc limit :rows""")
                .param("self", caller.party().value()), want, (row, number) -> new ClashView(uuid(row, "id"), row.getString("own"),
                        row.getString("other"), instant(row, "told_at")), ClashView::id));
    }

    @Override
    public Optional<Slice<ClashMessageView>> messages(Caller caller, UUID clash, Slice.Want want) {
        return transactions.asParty(caller.party(), () -> isSide(clash) ? Optional.of(Slices.byNumber(Running.sql("""
                select position, party, words, at from financing_message where clash = :clash and position > :after
                order by position limit :rows""").param("clash", clash), want, (row, number) -> new Slices.Numbered<>(row.getLong("position"),
                        new ClashMessageView(row.getString("party").equals(caller.party().value()) ? Side.SELF : Side.OTHER, row.getString("words"),
                                instant(row, "at"))))) : Optional.empty());
    }

    @Override
    public Optional<ClashMessageView> write(Caller caller, UUID clash, String text, Instant now) {
        return transactions.asParty(caller.party(), () -> {
            if (!isSide(clash)) {
                return Optional.empty();
            }
            Running.sql("insert into financing_message (clash, party, words, at) values (:clash, :party, :words, :at)")
                    .param("clash", clash).param("party", caller.party().value()).param("words", text).param("at", time(now)).update();
            return Optional.of(new ClashMessageView(Side.SELF, text, toMicros(now)));
        });
    }

    private static boolean isSide(UUID clash) {
        return Running.sql("select exists (select 1 from financing_clash where id = :clash)").param("clash", clash).query(Boolean.class).single();
    }
}
