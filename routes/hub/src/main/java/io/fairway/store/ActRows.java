package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.Acts;
import io.fairway.usecase.title.Quantity;
import io.fairway.usecase.view.ActView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Acts as rows. */
public final class ActRows implements Acts {
    private static final String ACT = """
            select id, action, lane, event, state, code, reason, transaction, block, created_at, settled_at, intent from ledger_act""";

    @Override
    public void add(NewAct act) {
        Running.sql("""
                insert into ledger_act (id, party, actor, event, lane, action, intent, signatures, quantity, created_at)
                values (:id, :party, :actor, :event, :lane, :action, :intent, :signatures, :quantity, :createdAt)
                on conflict (actor, event) do nothing""")
                .param("id", act.id()).param("party", act.party().value()).param("actor", act.actor()).param("event", act.event())
                .param("lane", act.lane()).param("action", act.action()).param("intent", act.intent())
                .param("signatures", act.signatures().toArray(String[]::new))
                .param("quantity", act.quantity().map(Quantity::canonical).orElse(null)).param("createdAt", time(act.createdAt()))
                .update();
    }

    @Override
    public Optional<Stored> byEvent(String actor, String event) {
        return Running.sql(ACT + " where actor = :actor and event = :event").param("actor", actor).param("event", event)
                .query((row, number) -> new Stored(view(row), row.getString("intent"))).optional();
    }

    @Override
    public Optional<ActView> find(UUID id) {
        return Running.sql(ACT + " where id = :id").param("id", id).query((row, number) -> view(row)).optional();
    }

    @Override
    public Optional<byte[]> receipt(UUID id) {
        List<byte[]> found = Running.sql("select receipt from ledger_act where id = :id and receipt is not null").param("id", id)
                .query((row, number) -> row.getBytes("receipt")).list();
        return found.stream().findFirst();
    }

    @Override
    public void explain(String digest, String kind, String value) {
        Running.sql("insert into ledger_commitment (digest, kind, value) values (:digest, :kind, :value) on conflict (digest) do nothing")
                .param("digest", digest).param("kind", kind).param("value", value).update();
    }

    @Override
    public void reach(String contact, PartyId party) {
        Running.sql("insert into financing_contact (contact, party) values (:contact, :party)").param("contact", contact)
                .param("party", party.value()).update();
    }

    @Override
    public boolean isReached(String contact, PartyId party) {
        return Running.sql("select exists (select 1 from financing_contact where contact = :contact and party = :party)").param("contact", contact)
                .param("party", party.value()).query(Boolean.class).single();
    }

    private static ActView view(ResultSet row) throws SQLException {
        long block = row.getLong("block");
        OptionalLong place = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(block);
        return new ActView(uuid(row, "id"), row.getString("action"), row.getString("lane"), row.getString("event"),
                ActView.State.valueOf(row.getString("state")), words(row.getString("code")), words(row.getString("reason")),
                Optional.ofNullable(row.getString("transaction")), place, instant(row, "created_at"),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    private static Optional<String> words(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isEmpty());
    }
}
