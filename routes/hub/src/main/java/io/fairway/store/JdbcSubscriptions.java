package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;
import static io.fairway.store.Columns.words;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.feed.Notice;
import io.fairway.usecase.feed.Subscription;
import io.fairway.usecase.feed.Subscriptions;
import io.fairway.usecase.view.NoticeView;
import io.fairway.usecase.view.Slice;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Subscriptions and notices as rows; notices are leased as the outbox is. */
public final class JdbcSubscriptions implements Subscriptions {
    private static final String SUBSCRIPTION = """
            select id, party, url, kinds, place, created_at, created_by, failures, rests_until, former_until from subscription""";
    private static final String DUE = """
            (n.state = 'PENDING' and n.next_attempt <= :now or n.state = 'LEASED' and n.lease_until <= :now)
            and not exists (select 1 from notice e where e.subscription = n.subscription and e.consignment = n.consignment
                            and e.place < n.place and e.state in ('PENDING', 'LEASED', 'PARKED'))""";

    @Override
    public Slice<Subscription> page(Slice.Want want) {
        return Slices.byId(Running.sql(SUBSCRIPTION + " where :after::uuid is null or id < :after order by id desc limit :rows"), want,
                JdbcSubscriptions::row, Subscription::id);
    }

    @Override
    public Optional<Subscription> find(UUID id) {
        return Running.sql(SUBSCRIPTION + " where id = :id").param("id", id).query(JdbcSubscriptions::row).optional();
    }

    private static Subscription row(ResultSet row, int number) throws SQLException {
        return new Subscription(uuid(row, "id"), new PartyId(row.getString("party")), URI.create(row.getString("url")),
                Set.copyOf(words(row, "kinds")), row.getLong("place"), instant(row, "created_at"), row.getString("created_by"),
                row.getInt("failures"), instant(row, "rests_until"), optionalInstant(row, "former_until"));
    }

    @Override
    public Slice<NoticeView> notices(UUID subscription, Slice.Want want) {
        return Slices.byId(Running.sql("""
                select id, event, consignment, state, attempts, created_at, concluded_at, last_failure from notice
                where subscription = :subscription and (:after::uuid is null or id < :after) order by id desc limit :rows""")
                .param("subscription", subscription), want, JdbcSubscriptions::view, NoticeView::id);
    }

    private static NoticeView view(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new NoticeView(uuid(row, "id"), row.getString("event"), uuid(row, "consignment"),
                state.equals("PENDING") || state.equals("LEASED") ? NoticeView.State.WAITING : NoticeView.State.valueOf(state),
                row.getInt("attempts"), instant(row, "created_at"), optionalInstant(row, "concluded_at"),
                InterchangeDetails.text(row.getString("last_failure")));
    }

    @Override
    public int countOf(PartyId party) {
        return Running.sql("select count(*) from subscription where party = :party").param("party", party.value()).query(Integer.class).single();
    }

    @Override
    public void add(Subscription subscription, byte[] secret) {
        Running.sql("""
                insert into subscription (id, party, url, kinds, place, secret, created_at, created_by, rests_until)
                values (:id, :party, :url, :kinds, :place, :secret, :at, :by, :at)""")
                .param("id", subscription.id()).param("party", subscription.party().value()).param("url", subscription.url().toString())
                .param("kinds", subscription.kinds().toArray(String[]::new)).param("place", subscription.place()).param("secret", secret)
                .param("at", time(subscription.createdAt())).param("by", subscription.createdBy())
                .update();
    }

    @Override
    public boolean replaceSecret(PartyId party, UUID id, byte[] secret, Instant formerUntil) {
        return Running.sql("""
                update subscription set former_secret = secret, former_until = :until, secret = :secret where id = :id and party = :party""")
                .param("until", time(formerUntil)).param("secret", secret).param("id", id).param("party", party.value()).update() == 1;
    }

    @Override
    public boolean remove(PartyId party, UUID id) {
        return Running.sql("delete from subscription where id = :id and party = :party").param("id", id).param("party", party.value())
                .update() == 1;
    }

    @Override
    public boolean resume(PartyId party, UUID id, Instant now) {
        if (!rested(party, id, now)) {
            return false;
        }
        Running.sql("""
                update notice set state = 'PENDING', first_attempt = null, next_attempt = :now, concluded_at = null
                where subscription = :id and state in ('PENDING', 'PARKED')""").param("now", time(now)).param("id", id).update();
        return true;
    }

    private static boolean rested(PartyId party, UUID id, Instant now) {
        return Running.sql("update subscription set failures = 0, rests_until = :now where id = :id and party = :party")
                .param("now", time(now)).param("id", id).param("party", party.value()).update() == 1;
    }

    @Override
    public boolean rewind(PartyId party, UUID id, long place, Instant now) {
        if (!rested(party, id, now)) {
            return false;
        }
        Running.sql("delete from notice where subscription = :id and place > :place").param("id", id).param("place", place).update();
        Running.sql("update subscription set place = :place where id = :id").param("id", id).param("place", place).update();
        return true;
    }

    @Override
    public List<Subscription> behind(int most) {
        return Running.sql(SUBSCRIPTION + """
                 s where exists (select 1 from feed f where f.party = s.party and f.place > s.place)
                and (select count(*) from (select 1 from notice n where n.subscription = s.id and n.state in ('PENDING', 'LEASED', 'PARKED')
                     limit :most) waiting) < :most order by s.id""")
                .param("most", most).query(JdbcSubscriptions::row).list();
    }

    @Override
    public boolean advance(Subscription from, long to, List<NewNotice> notices, Instant now) {
        boolean ours = Running.sql("update subscription set place = :to where id = :id and place = :from")
                .param("to", to).param("id", from.id()).param("from", from.place()).update() == 1;
        if (ours) {
            notices.forEach(notice -> add(from, notice, now));
        }
        return ours;
    }

    private static void add(Subscription subscription, NewNotice notice, Instant now) {
        Running.sql("""
                insert into notice (id, subscription, party, place, consignment, event, body, created_at, next_attempt)
                values (:id, :subscription, :party, :place, :consignment, :event, :body, :now, :now)""")
                .param("id", notice.id()).param("subscription", subscription.id()).param("party", subscription.party().value())
                .param("place", notice.place()).param("consignment", notice.consignment()).param("event", notice.event())
                .param("body", notice.body()).param("now", time(now))
                .update();
    }

    @Override
    public List<UUID> due(Instant now) {
        return Running.sql("select distinct s.id from subscription s join notice n on n.subscription = s.id where s.rests_until <= :now and " + DUE)
                .param("now", time(now)).query((row, number) -> uuid(row, "id")).list();
    }

    @Override
    public List<Notice> lease(UUID subscription, Instant now, Duration lease, int most) {
        return Running.sql("""
                with leased as (
                    update notice set state = 'LEASED', lease_until = :until, attempts = attempts + 1, first_attempt = coalesce(first_attempt, :now)
                    where id in (select n.id from notice n join subscription s on s.id = n.subscription
                                 where n.subscription = :subscription and s.rests_until <= :now and\s""" + DUE + """
                                 order by n.place
                                 limit (select case when failures > 0 then 1 else :most end from subscription where id = :subscription)
                                 for update of n skip locked)
                    returning *)
                select id, subscription, event, body, attempts, first_attempt from leased order by place""")
                .param("subscription", subscription).param("now", time(now)).param("until", time(now.plus(lease))).param("most", most)
                .query((row, number) -> new Notice(uuid(row, "id"), uuid(row, "subscription"), row.getString("event"), row.getBytes("body"),
                        row.getInt("attempts") - 1, instant(row, "first_attempt")))
                .list();
    }

    @Override
    public Optional<Destination> destination(UUID subscription, Instant now) {
        return Running.sql("""
                select url, secret, case when former_until > :now then former_secret end as former, failures from subscription where id = :id""")
                .param("now", time(now)).param("id", subscription)
                .query((row, number) -> new Destination(URI.create(row.getString("url")), secrets(row), row.getInt("failures")))
                .optional();
    }

    private static List<byte[]> secrets(ResultSet row) throws SQLException {
        byte[] former = row.getBytes("former");
        return former == null ? List.of(row.getBytes("secret")) : List.of(row.getBytes("secret"), former);
    }

    @Override
    public void delivered(Notice notice, Instant at) {
        int concluded = Running.sql("""
                update notice set state = 'DELIVERED', lease_until = null, last_failure = '', concluded_at = :at
                where id = :id and state in ('PENDING', 'LEASED', 'PARKED')""").param("id", notice.id()).param("at", time(at)).update();
        if (concluded == 1) {
            Running.sql("update subscription set failures = 0 where id = :id and failures > 0").param("id", notice.subscription()).update();
        }
    }

    @Override
    public void failed(Notice notice, String cause, Instant rest) {
        Running.sql("""
                update notice set state = 'PENDING', lease_until = null, last_failure = :cause, next_attempt = :rest
                where id = :id and state = 'LEASED'""").param("id", notice.id()).param("cause", cause).param("rest", time(rest)).update();
        rest(notice, rest);
    }

    @Override
    public void park(Notice notice, String cause, Instant at, Instant rest) {
        Running.sql("""
                update notice set state = 'PARKED', lease_until = null, last_failure = :cause, concluded_at = :at
                where id = :id and state in ('PENDING', 'LEASED')""")
                .param("id", notice.id()).param("cause", cause).param("at", time(at)).update();
        rest(notice, rest);
    }

    private static void rest(Notice notice, Instant until) {
        Running.sql("update subscription set failures = failures + 1, rests_until = greatest(rests_until, :until) where id = :id")
                .param("until", time(until)).param("id", notice.subscription()).update();
    }
}
