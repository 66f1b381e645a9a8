package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.EnrolledKey;
import io.fairway.usecase.registry.Grants;
import io.fairway.usecase.registry.Mandates;
import io.fairway.usecase.registry.PartyRegistry;
import io.fairway.usecase.registry.PendingActs;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.view.AlarmView;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.usecase.view.GrantView;
import io.fairway.usecase.view.KeyView;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.MandateView;
import io.fairway.usecase.view.PartyView;
import io.fairway.usecase.view.SecurityEventView;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is read of the registry, under the row-level security of who reads; the operator's overview runs as the hub. */
public final class JdbcRegistryQueries implements RegistryQueries {
    private static final Duration ALARM_BEFORE = Duration.ofDays(60);

    private final Transactions transactions;
    private final PartyRegistry parties;
    private final Mandates mandates;
    private final Grants grants;
    private final PendingActs acts;
    private final InstantSource clock;

    public JdbcRegistryQueries(Transactions transactions, PartyRegistry parties, Mandates mandates, Grants grants, PendingActs acts,
                               InstantSource clock) {
        this.transactions = transactions;
        this.parties = parties;
        this.mandates = mandates;
        this.grants = grants;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public Slice<PartyView> parties(Caller caller, Slice.Want want) {
        return overseen(caller, () -> {
            var slice = parties.page(want);
            return new Slice<>(slice.items().stream().map(PartyView::of).toList(), slice.next());
        });
    }

    @Override
    public Optional<PartyView> party(Caller caller, PartyId id) {
        return overseen(caller, () -> parties.find(id).map(PartyView::of));
    }

    @Override
    public Optional<Slice<KeyView>> keys(Caller caller, PartyId party, Slice.Want want) {
        return overseen(caller, () -> parties.find(party).map(found -> Slices.byId(Running.sql(JdbcKeyRegistry.KEY
                + " where party = :party and (:after::uuid is null or id < :after) order by id desc limit :rows")
                .param("party", party.value()), want, JdbcRegistryQueries::key, KeyView::id)));
    }

    private static KeyView key(ResultSet row, int number) throws SQLException {
        EnrolledKey key = JdbcKeyRegistry.row(row, number);
        return new KeyView(key.id(), key.party().value(), key.keyId(), key.purpose(), key.validFrom(), key.validUntil(), key.enrolledAt(),
                key.enrolledBy(), key.confirmedBy(), key.revokedAt());
    }

    @Override
    public Slice<MandateView> mandates(Caller caller, Slice.Want want) {
        return as(caller, () -> mandates.page(want));
    }

    @Override
    public Optional<MandateView> mandate(Caller caller, UUID id) {
        return as(caller, () -> mandates.find(id));
    }

    @Override
    public Slice<GrantView> grants(Caller caller, Slice.Want want) {
        return as(caller, () -> grants.page(want));
    }

    @Override
    public Optional<GrantView> grant(Caller caller, UUID id) {
        return as(caller, () -> grants.find(id));
    }

    @Override
    public Optional<Slice<LookView>> looks(Caller caller, UUID grant, Slice.Want want) {
        return as(caller, () -> grants.find(grant).map(found -> grants.looks(grant, want)));
    }

    @Override
    public Slice<ApprovalView> approvals(Caller caller, Slice.Want want) {
        return as(caller, () -> {
            var slice = acts.page(want);
            return new Slice<>(slice.items().stream().map(ApprovalView::of).toList(), slice.next());
        });
    }

    @Override
    public Optional<ApprovalView> approval(Caller caller, UUID id) {
        return as(caller, () -> acts.find(id).map(ApprovalView::of));
    }

    @Override
    public Slice<SecurityEventView> securityEvents(Slice.Want want) {
        long before = want.after().map(Long::valueOf).orElse(Long.MAX_VALUE);
        return transactions.asHub(() -> Slice.of(Running.sql("""
                select position, at, kind, party, person, method, path, status, detail, trace, repeated from security_event
                where position < :before order by position desc limit :rows""")
                .param("before", before).param("rows", want.most() + 1).query(JdbcRegistryQueries::securityEvent).list(), want,
                event -> Long.toString(event.position())));
    }

    private static SecurityEventView securityEvent(ResultSet row, int number) throws SQLException {
        return new SecurityEventView(row.getLong("position"), instant(row, "at"), row.getString("kind"),
                InterchangeDetails.text(row.getString("party")), InterchangeDetails.text(row.getString("person")), row.getString("method"),
                row.getString("path"), row.getInt("status"), row.getString("detail"), row.getString("trace"), row.getInt("repeated"));
    }

    @Override
    public Slice<AlarmView> alarms(Caller caller, Slice.Want want) {
        Instant now = clock.instant();
        return overseen(caller, () -> {
            var oneMore = Running.sql(JdbcKeyRegistry.KEY + """
                     where revoked_at is null and valid_until < :limit and (:after::uuid is null
                    or (valid_until, id) > (select k.valid_until, k.id from party_key k where k.id = :after)) order by valid_until, id limit :rows""")
                    .param("limit", time(now.plus(ALARM_BEFORE))).param("after", want.after().map(UUID::fromString).orElse(null))
                    .param("rows", want.most() + 1)
                    .query(JdbcKeyRegistry::row).list();
            Slice<EnrolledKey> slice = Slice.of(oneMore, want, key -> key.id().toString());
            return new Slice<>(slice.items().stream().map(key -> alarm(key, now)).toList(), slice.next());
        });
    }

    private static AlarmView alarm(EnrolledKey key, Instant now) {
        return new AlarmView(key.id(), "KEY_ENDING", key.party().value(), key.keyId(), key.validUntil(),
                Math.max(0, Duration.between(now, key.validUntil()).toDays()));
    }

    private <T> T overseen(Caller caller, Supplier<T> work) {
        return caller.roles().contains(Role.OPERATOR) ? transactions.asHub(work) : as(caller, work);
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return transactions.asParty(caller.party(), work);
    }
}
