package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;
import static io.fairway.store.Columns.words;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.PendingAct;
import io.fairway.usecase.registry.PendingActs;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Acts that wait for a second person, as rows. */
public final class JdbcPendingActs implements PendingActs {
    private static final String ACT = """
            select id, organisation, kind, subject, asked_by, asked_at, valid_until, state, answered_by, answered_at,
                   array(select k from json_object_keys(detail) k order by k) as names,
                   array(select detail ->> k from json_object_keys(detail) k order by k) as contents
            from pending_act""";

    @Override
    public void add(PendingAct act) {
        List<String> names = act.detail().keySet().stream().sorted().toList();
        Running.sql("""
                insert into pending_act (id, organisation, kind, subject, detail, asked_by, asked_at, valid_until)
                values (:id, :organisation, :kind, :subject, json_object(:names, :contents), :by, :at, :until)""")
                .param("id", act.id()).param("organisation", act.organisation().value()).param("kind", act.kind())
                .param("subject", act.subject()).param("names", names.toArray(String[]::new))
                .param("contents", names.stream().map(act.detail()::get).toArray(String[]::new))
                .param("by", act.askedBy())
                .param("at", time(act.askedAt())).param("until", time(act.validUntil()))
                .update();
    }

    @Override
    public Slice<PendingAct> page(Slice.Want want) {
        return Slices.byId(Running.sql(ACT + " where :after::uuid is null or id < :after order by id desc limit :rows"), want,
                JdbcPendingActs::row, PendingAct::id);
    }

    @Override
    public Optional<PendingAct> find(UUID id) {
        return Running.sql(ACT + " where id = :id").param("id", id).query(JdbcPendingActs::row).optional();
    }

    @Override
    public List<PendingAct> waiting(String kind, String subject) {
        return Running.sql(ACT + " where kind = :kind and subject = :subject and state = 'PENDING' order by id")
                .param("kind", kind).param("subject", subject).query(JdbcPendingActs::row).list();
    }

    @Override
    public Optional<PendingAct> lockWaiting(PartyId organisation, UUID id) {
        return Running.sql(ACT + " where id = :id and organisation = :organisation and state = 'PENDING' for update")
                .param("id", id).param("organisation", organisation.value()).query(JdbcPendingActs::row).optional();
    }

    @Override
    public void answer(UUID id, PendingAct.State state, String by, Instant at) {
        int answered = Running.sql("update pending_act set state = :state, answered_by = :by, answered_at = :at where id = :id")
                .param("id", id).param("state", state.name()).param("by", by).param("at", time(at)).update();
        Rows.expectOne(answered, "pending act", id);
    }

    private static PendingAct row(ResultSet row, int number) throws SQLException {
        return new PendingAct(uuid(row, "id"), new PartyId(row.getString("organisation")), row.getString("kind"), row.getString("subject"),
                detail(row), row.getString("asked_by"), instant(row, "asked_at"), instant(row, "valid_until"),
                PendingAct.State.valueOf(row.getString("state")), Optional.ofNullable(row.getString("answered_by")),
                optionalInstant(row, "answered_at"));
    }

    private static Map<String, String> detail(ResultSet row) throws SQLException {
        List<String> names = words(row, "names");
        List<String> contents = words(row, "contents");
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, contents::get));
    }
}
