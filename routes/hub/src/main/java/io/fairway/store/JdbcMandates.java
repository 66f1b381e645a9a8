package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.Mandates;
import io.fairway.usecase.view.MandateView;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mandates as rows. */
public final class JdbcMandates implements Mandates {
    private static final String MANDATE = """
            select id, principal, agent, valid_from, valid_until, registered_at, registered_by, withdrawn_at from mandate""";

    @Override
    public void add(MandateView mandate) {
        Running.sql("""
                insert into mandate (id, principal, agent, valid_from, valid_until, registered_at, registered_by)
                values (:id, :principal, :agent, :from, :until, :at, :by)""")
                .param("id", mandate.id()).param("principal", mandate.principal()).param("agent", mandate.agent())
                .param("from", time(mandate.validFrom())).param("until", time(mandate.validUntil()))
                .param("at", time(mandate.registeredAt())).param("by", mandate.registeredBy())
                .update();
    }

    @Override
    public Slice<MandateView> page(Slice.Want want) {
        return Slices.byId(Running.sql(MANDATE + " where :after::uuid is null or id < :after order by id desc limit :rows"), want,
                JdbcMandates::row, MandateView::id);
    }

    @Override
    public Optional<MandateView> find(UUID id) {
        return Running.sql(MANDATE + " where id = :id").param("id", id).query(JdbcMandates::row).optional();
    }

    @Override
    public boolean withdraw(PartyId principal, UUID id, Instant at) {
        return Running.sql("update mandate set withdrawn_at = :at where id = :id and principal = :principal and withdrawn_at is null")
                .param("at", time(at)).param("id", id).param("principal", principal.value()).update() == 1;
    }

    @Override
    public boolean isKnown(PartyId principal, PartyId agent) {
        return Running.sql("select exists (select 1 from mandate where principal = :principal and agent = :agent)")
                .param("principal", principal.value()).param("agent", agent.value()).query(Boolean.class).single();
    }

    @Override
    public Set<String> principalsOf(PartyId agent, Instant at) {
        return Set.copyOf(Running.sql("""
                select distinct principal from mandate
                where agent = :agent and valid_from <= :at and valid_until >= :at and (withdrawn_at is null or withdrawn_at > :at)""")
                .param("agent", agent.value()).param("at", time(at)).query(String.class).list());
    }

    private static MandateView row(ResultSet row, int number) throws SQLException {
        return new MandateView(uuid(row, "id"), row.getString("principal"), row.getString("agent"), instant(row, "valid_from"),
                instant(row, "valid_until"), instant(row, "registered_at"), row.getString("registered_by"),
                optionalInstant(row, "withdrawn_at"));
    }
}
