package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.words;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.PartyRegistry;
import io.fairway.usecase.registry.Registered;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Registrations as rows. */
public final class JdbcPartyRegistry implements PartyRegistry {
    private static final String REGISTRATION = """
            select id, kind, organisation, name, identifier, roles, codes, environment, status, valid_until, registered_at, registered_by,
                   reason
            from party""";

    @Override
    public List<Registered> all() {
        return Running.sql(REGISTRATION + " order by registered_at, id").query(JdbcPartyRegistry::row).list();
    }

    @Override
    public Slice<Registered> page(Slice.Want want) {
        List<Registered> oneMore = Running.sql(REGISTRATION + " where id > :after order by id limit :rows")
                .param("after", want.after().orElse("")).param("rows", want.most() + 1).query(JdbcPartyRegistry::row).list();
        return Slice.of(oneMore, want, party -> party.id().value());
    }

    @Override
    public Optional<Registered> find(PartyId id) {
        return Running.sql(REGISTRATION + " where id = :id").param("id", id.value()).query(JdbcPartyRegistry::row).optional();
    }

    @Override
    public boolean add(Registered party) {
        return Running.sql("""
                insert into party (id, kind, organisation, name, identifier, roles, codes, environment, status, valid_until, registered_at,
                                   registered_by)
                values (:id, :kind, :organisation, :name, :identifier, :roles, :codes, :environment, :status, :until, :at, :by)
                on conflict (id) do nothing""")
                .param("id", party.id().value()).param("kind", party.kind().name()).param("organisation", party.organisation().value())
                .param("name", party.name()).param("identifier", party.identifier()).param("roles", names(party.roles()))
                .param("codes", party.codes().toArray(String[]::new)).param("environment", party.environment().name())
                .param("status", party.status().name()).param("until", party.validUntil().map(Columns::time).orElse(null))
                .param("at", time(party.registeredAt())).param("by", party.registeredBy())
                .update() == 1;
    }

    @Override
    public void describe(Registered party) {
        Running.sql("""
                update party set name = :name, roles = :roles, codes = :codes, environment = :environment
                where id = :id and (name, roles, codes, environment) is distinct from (:name, :roles::text[], :codes::text[], :environment)""")
                .param("id", party.id().value()).param("name", party.name()).param("roles", names(party.roles()))
                .param("codes", party.codes().toArray(String[]::new)).param("environment", party.environment().name())
                .update();
    }

    @Override
    public void decide(PartyId id, Registered.Status status, Optional<Instant> validUntil, Decided decided) {
        int changed = Running.sql("""
                update party set status = :status, valid_until = :until, decided_at = :at, decided_by = :by, reason = :reason
                where id = :id""")
                .param("id", id.value()).param("status", status.name()).param("until", validUntil.map(Columns::time).orElse(null))
                .param("at", time(decided.at())).param("by", decided.by()).param("reason", decided.reason())
                .update();
        Rows.expectOne(changed, "party " + id, new UUID(0, 0));
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static Registered row(ResultSet row, int number) throws SQLException {
        Set<Role> roles = words(row, "roles").stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Registered(new PartyId(row.getString("id")), Registered.Kind.valueOf(row.getString("kind")),
                new PartyId(row.getString("organisation")), row.getString("name"), row.getString("identifier"), roles,
                Set.copyOf(words(row, "codes")), Environment.valueOf(row.getString("environment")),
                Registered.Status.valueOf(row.getString("status")), optionalInstant(row, "valid_until"), instant(row, "registered_at"),
                row.getString("registered_by"), row.getString("reason"));
    }
}
