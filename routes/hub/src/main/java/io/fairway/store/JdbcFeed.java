package io.fairway.store;

import static io.fairway.store.Columns.uuid;

import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Sight;
import io.fairway.usecase.feed.Feed;
import io.fairway.usecase.feed.FeedCursors;
import io.fairway.usecase.feed.FeedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Feeds as rows: who hears of an event is written when it is carried over, and asked of row-level security again when it is read. */
public final class JdbcFeed implements Feed {
    /** One writer at a time, whichever hub. */
    private static final long WRITER = 0x66656564L;
    private static final String CARRY = """
            with opened as (
                select party, consignment, sight from consignment_access where not fed order by consignment limit :most),
            taken as (
                select consignment, sequence, declarant, position from consignment_event where not fed order by position limit :most),
            let_in as (
                update consignment_access a set fed = true from opened o where a.party = o.party and a.consignment = o.consignment),
            carried as (
                update consignment_event e set fed = true from taken t where e.consignment = t.consignment and e.sequence = t.sequence
                returning e.position),
            told as (
                select o.party, e.consignment, e.sequence, 0::bigint as position
                from opened o join consignment_event e on e.consignment = o.consignment and e.fed
                where e.declarant is null or e.declarant = o.party or o.sight = 'DECLARATIONS'
                union all
                select a.party, t.consignment, t.sequence, t.position
                from taken t join consignment_access a on a.consignment = t.consignment
                where (a.fed or exists (select 1 from opened o where o.party = a.party and o.consignment = a.consignment))
                and (t.declarant is null or t.declarant = a.party or a.sight = 'DECLARATIONS')
                union all
                select g.party, t.consignment, t.sequence, t.position
                from taken t join access_grant g on g.consignment = t.consignment and g.withdrawn_at is null and g.valid_until > now()
                where t.declarant is null or g.declarations and g.owner = t.declarant
                union all
                select p.party, t.consignment, t.sequence, t.position
                from taken t join pledge p on p.consignment = t.consignment and p.ended_at is null
                where t.declarant is null),
            written as (
                insert into feed (party, consignment, sequence)
                select party, consignment, sequence from told group by party, consignment, sequence order by min(position), consignment, sequence
                on conflict do nothing)
            select (select count(*) from opened) >= :most or (select count(*) from carried) >= :most""";

    private final FeedCursors cursors;
    private final InstantSource clock;

    public JdbcFeed(FeedCursors cursors, InstantSource clock) {
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public boolean advance(int most) {
        boolean writing = Running.sql("select pg_try_advisory_xact_lock(:writer)").param("writer", WRITER).query(Boolean.class).single();
        return writing && Running.sql(CARRY).param("most", most).query(Boolean.class).single();
    }

    @Override
    public List<Placed> read(Caller reader, long after, Set<String> kinds, int most) {
        List<String> told = Sight.of(reader.roles()).events();
        List<Placed> events = Running.sql("""
                select f.place, c.carrier, c.bill, c.environment, e.consignment, e.sequence, e.occurred_at, e.received_at, e.sender, e.kind,
                       e.event, e.interchange, e.message, e.disposition, e.reason, e.stands, e.stands_reason
                from feed f join consignment_event e on e.consignment = f.consignment and e.sequence = f.sequence
                            join consignment c on c.id = f.consignment
                where f.party = :party and f.place > :after
                and (cardinality(:told::text[]) = 0 or e.kind = any(:told::text[]) or e.sender = :party)
                and (cardinality(:kinds::text[]) = 0 or e.kind = any(:kinds::text[]))
                order by f.place limit :most""")
                .param("party", reader.party().value()).param("after", after).param("told", told.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new)).param("most", most)
                .query((row, number) -> placed(row, reader.party())).list();
        List<UUID> seen = events.stream().map(placed -> placed.event().consignment()).toList();
        Looks.at(seen, reader, "events", clock.instant());
        return events;
    }

    private Placed placed(ResultSet row, PartyId party) throws SQLException {
        UUID consignment = uuid(row, "consignment");
        long place = row.getLong("place");
        return new Placed(place, new FeedEvent(consignment + "-" + row.getLong("sequence"), cursors.write(party, place), consignment,
                row.getString("carrier"), row.getString("bill"), Environment.valueOf(row.getString("environment")), CaseViews.event(row)));
    }

    @Override
    public Map<PartyId, Long> newest(long after) {
        return Running.sql("select party, max(place) as newest from feed where place > :after group by party").param("after", after)
                .query((row, number) -> Map.entry(new PartyId(row.getString("party")), row.getLong("newest"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
