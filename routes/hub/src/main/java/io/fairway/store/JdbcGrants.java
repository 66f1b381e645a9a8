package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.Grants;
import io.fairway.usecase.view.GrantView;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Grants as rows; row-level security lets only an owner write one, and opens the case for the other party. */
public final class JdbcGrants implements Grants {
    private static final String GRANT = """
            select id, owner, party, consignment, declarations, valid_until, granted_at, granted_by, withdrawn_at from access_grant""";

    @Override
    public Relation relationTo(UUID consignment) {
        return Running.sql("""
                select case when owns_case(c.id) then 'OWNER' else 'VISITOR' end from consignment c where c.id = :id""")
                .param("id", consignment).query(String.class).optional().map(Relation::valueOf).orElse(Relation.NONE);
    }

    @Override
    public void add(GrantView grant) {
        Running.sql("""
                insert into access_grant (id, owner, party, consignment, declarations, valid_until, granted_at, granted_by)
                values (:id, :owner, :party, :consignment, :declarations, :until, :at, :by)""")
                .param("id", grant.id()).param("owner", grant.owner()).param("party", grant.party())
                .param("consignment", grant.consignment()).param("declarations", grant.declarations())
                .param("until", time(grant.validUntil())).param("at", time(grant.grantedAt())).param("by", grant.grantedBy())
                .update();
    }

    @Override
    public Slice<GrantView> page(Slice.Want want) {
        return Slices.byId(Running.sql(GRANT + " where :after::uuid is null or id < :after order by id desc limit :rows"), want,
                JdbcGrants::row, GrantView::id);
    }

    @Override
    public Optional<GrantView> find(UUID id) {
        return Running.sql(GRANT + " where id = :id").param("id", id).query(JdbcGrants::row).optional();
    }

    @Override
    public boolean withdraw(PartyId owner, UUID id, Instant at) {
        return Running.sql("update access_grant set withdrawn_at = :at where id = :id and owner = :owner and withdrawn_at is null")
                .param("at", time(at)).param("id", id).param("owner", owner.value()).update() == 1;
    }

    @Override
    public Slice<LookView> looks(UUID grant, Slice.Want want) {
        return Slices.byNumber(Running.sql("""
                select position, at, party, person, operation, consignment from access_event
                where via = :grant and position > :after order by position limit :rows""")
                .param("grant", grant), want, (row, n) -> new Slices.Numbered<>(row.getLong("position"), look(row)));
    }

    private static LookView look(ResultSet row) throws SQLException {
        return new LookView(instant(row, "at"), row.getString("party"), InterchangeDetails.text(row.getString("person")),
                row.getString("operation"), uuid(row, "consignment"));
    }

    private static GrantView row(ResultSet row, int number) throws SQLException {
        return new GrantView(uuid(row, "id"), row.getString("owner"), row.getString("party"), uuid(row, "consignment"),
                row.getBoolean("declarations"), instant(row, "valid_until"), instant(row, "granted_at"), row.getString("granted_by"),
                optionalInstant(row, "withdrawn_at"));
    }
}
