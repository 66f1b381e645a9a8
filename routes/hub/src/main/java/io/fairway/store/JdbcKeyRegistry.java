package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.EnrolledKey;
import io.fairway.usecase.registry.KeyRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Enrolled keys as rows. */
public final class JdbcKeyRegistry implements KeyRegistry {
    static final String KEY = """
            select id, party, key_id, jwk, purpose, valid_from, valid_until, enrolled_at, enrolled_by, confirmed_by, revoked_at
            from party_key""";

    @Override
    public boolean add(EnrolledKey key) {
        return Running.sql("""
                insert into party_key (id, party, key_id, jwk, purpose, valid_from, valid_until, enrolled_at, enrolled_by, confirmed_by)
                values (:id, :party, :key, :jwk, :purpose, :from, :until, :at, :by, :confirmed) on conflict (key_id) do nothing""")
                .param("id", key.id()).param("party", key.party().value()).param("key", key.keyId()).param("jwk", key.jwk())
                .param("purpose", key.purpose().name()).param("from", time(key.validFrom())).param("until", time(key.validUntil()))
                .param("at", time(key.enrolledAt())).param("by", key.enrolledBy()).param("confirmed", key.confirmedBy())
                .update() == 1;
    }

    @Override
    public List<EnrolledKey> standing() {
        return Running.sql(KEY + " where revoked_at is null order by id").query(JdbcKeyRegistry::row).list();
    }

    @Override
    public boolean revoke(PartyId party, UUID id, Instant at) {
        return Running.sql("update party_key set revoked_at = :at where id = :id and party = :party and revoked_at is null")
                .param("at", time(at)).param("id", id).param("party", party.value()).update() == 1;
    }

    @Override
    public boolean tellOnce(UUID key, int days, Instant at) {
        return Running.sql("insert into key_alarm (key_id, days, told_at) values (:key, :days, :at) on conflict do nothing")
                .param("key", key).param("days", days).param("at", time(at)).update() == 1;
    }

    static EnrolledKey row(ResultSet row, int number) throws SQLException {
        return new EnrolledKey(uuid(row, "id"), new PartyId(row.getString("party")), row.getString("key_id"), row.getString("jwk"),
                EnrolledKey.Purpose.valueOf(row.getString("purpose")), instant(row, "valid_from"), instant(row, "valid_until"),
                instant(row, "enrolled_at"), row.getString("enrolled_by"), row.getString("confirmed_by"),
                optionalInstant(row, "revoked_at"));
    }
}
