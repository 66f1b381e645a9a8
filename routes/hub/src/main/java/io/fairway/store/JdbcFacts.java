package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Lineage;
import io.fairway.document.finding.Finding;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactId;
import io.fairway.usecase.FactOutcome;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.InterchangeId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PendingFact;
import io.fairway.document.id.LocalReferenceNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Facts as rows, in the order of their position. */
public final class JdbcFacts implements Facts {
    private static final CommonQuestion<Turn> TURN = new CommonQuestion<>(Turn.class, JdbcFacts::turns);

    @Override
    public Optional<Turn> turnOf(ConsignmentId consignment) {
        return Running.answer(TURN, consignment.value());
    }

    private static Map<UUID, Turn> turns(List<UUID> cases) {
        Map<UUID, Turn> turns = new HashMap<>();
        Running.sql("""
                select f.id, f.consignment, f.document, f.sender, f.message, f.attempts, f.received_at,
                       i.id as interchange, i.reference, i.environment, i.trace,
                       exists (select 1 from fact g where g.consignment = f.consignment and g.state in ('PENDING', 'PARKED')
                               and g.position > f.position) as followed
                from unnest(string_to_array(:cases, ' ')::uuid[]) asked
                cross join lateral (select * from fact w where w.consignment = asked and w.state in ('PENDING', 'PARKED') order by w.position limit 1) f
                join interchange i on i.id = f.interchange
                where f.state = 'PENDING'""")
                .param("cases", CommonQuestion.together(cases))
                .query((row, number) -> new Turn(fact(row, new ConsignmentId(uuid(row, "consignment"))), row.getBoolean("followed")))
                .list().forEach(turn -> turns.put(turn.fact().consignment().value(), turn));
        return turns;
    }

    @Override
    public void conclude(FactId fact, FactOutcome outcome) {
        Running.writeGiven("""
                update fact f set state = given.state, code = given.code, reason = given.reason
                from given where f.id = given.id and f.state in ('PENDING', 'UNRESOLVED')""")
                .param("id", fact.value()).param("state", outcome.kind().name()).param("code", outcome.code())
                .param("reason", outcome.reason())
                .queueForOne("waiting fact", fact.value());
    }

    @Override
    public void tell(FactId fact, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Lineage lineage = Running.sql("select lineage from fact_lineage where fact = :fact").param("fact", fact.value())
                .query((row, number) -> StoredJson.decompress(row.getBytes("lineage"), Lineage.class)).optional().orElse(Lineage.NONE);
        Findings.addOf(fact, findings.stream().map(finding -> finding.at(lineage.placeOf(finding.place()))).toList());
    }

    @Override
    public void tell(ConsignmentId consignment, long sequence, Finding finding) {
        Running.sql("select fact from consignment_event where consignment = :consignment and sequence = :sequence and fact is not null")
                .param("consignment", consignment.value()).param("sequence", sequence).query((row, number) -> new FactId(uuid(row, "fact")))
                .optional().ifPresent(fact -> tell(fact, List.of(finding)));
    }

    @Override
    public void recordFailure(FactId fact, String cause, int most) {
        Running.sql("""
                update fact set attempts = attempts + 1, reason = :cause,
                                state = case when attempts + 1 >= :most then 'PARKED' else state end
                where id = :id and state = 'PENDING'""")
                .param("id", fact.value()).param("cause", cause).param("most", most)
                .update();
    }

    @Override
    public List<ConsignmentId> consignmentsWaitingSince(Instant limit, int most) {
        return Running.sql("""
                (select f.consignment from fact f
                where f.state = 'PENDING' and f.received_at < :limit
                  and not exists (select 1 from fact p where p.consignment = f.consignment and p.state = 'PARKED'
                                  and p.position < f.position)
                group by f.consignment order by min(f.position) limit :most)
                union all
                (select distinct consignment from named_document where recheck limit :most)""")
                .param("limit", time(limit)).param("most", most)
                .query((row, number) -> new ConsignmentId(uuid(row, "consignment")))
                .list();
    }

    /** Those tried least come first, so that facts nobody will ever resolve do not keep newer ones from being looked at. */
    @Override
    public List<PendingFactWithoutConsignment> unresolved(int most) {
        return Running.sql("""
                with tried as (
                    update fact set attempts = attempts + 1
                    where id in (select id from fact where state = 'UNRESOLVED' order by attempts, position limit :most
                                 for update skip locked)
                    returning id, position, document, sender, interchange, received_at)
                select t.id, t.document, t.sender, t.received_at, i.environment
                from tried t join interchange i on i.id = t.interchange order by t.position""")
                .param("most", most)
                .query((row, number) -> new PendingFactWithoutConsignment(new FactId(uuid(row, "id")),
                        StoredJson.read(row.getString("document"), Document.class), new PartyId(row.getString("sender")),
                        Environment.valueOf(row.getString("environment")), instant(row, "received_at")))
                .list();
    }

    @Override
    public void resolve(FactId fact, List<ConsignmentId> consignments, Identifiers identifiers) {
        Running.write("""
                update fact set consignment = :consignment, state = 'PENDING', attempts = 0
                where id = :id and state = 'UNRESOLVED'""")
                .param("id", fact.value()).param("consignment", consignments.getFirst().value())
                .queueForOne("unresolved fact", fact.value());
        consignments.stream().skip(1).forEach(consignment -> copy(fact, consignment, new FactId(identifiers.next())));
    }

    private static void copy(FactId fact, ConsignmentId consignment, FactId copy) {
        Running.write("""
                insert into fact (id, interchange, message, ordinal, sender, kind, consignment, state, received_at, document)
                select :copy, interchange, message, ordinal, sender, kind, :consignment, 'PENDING', received_at, document
                from fact where id = :id""")
                .param("copy", copy.value()).param("id", fact.value()).param("consignment", consignment.value())
                .queueForOne("fact", fact.value());
        Running.write("insert into fact_lineage (fact, sender, lineage) select :copy, sender, lineage from fact_lineage where fact = :id")
                .param("copy", copy.value()).param("id", fact.value())
                .queue();
    }

    @Override
    public List<PendingFact> declared(PartyId declarant, LocalReferenceNumber lrn) {
        return Running.sql("""
                select distinct on (f.consignment) f.id, f.consignment, f.state, f.document, f.sender, f.message, f.attempts,
                       f.received_at, i.id as interchange, i.reference, i.environment, i.trace
                from fact f join interchange i on i.id = f.interchange
                where f.sender = :declarant and f.kind = 'GoodsDeclaration' and f.document ->> 'lrn' = :lrn and f.state = 'APPLIED' and f.erased_at is null
                order by f.consignment, f.position desc""")
                .param("declarant", declarant.value()).param("lrn", lrn.value())
                .query((row, number) -> fact(row, new ConsignmentId(uuid(row, "consignment"))))
                .list();
    }

    @Override
    public Optional<PendingFact> latestOf(ConsignmentId consignment) {
        return Running.sql("""
                select f.id, f.document, f.sender, f.message, f.attempts, f.received_at, i.id as interchange, i.reference, i.environment, i.trace
                from fact f join interchange i on i.id = f.interchange
                where f.consignment = :consignment and f.state = 'APPLIED' and f.erased_at is null order by f.position desc limit 1""")
                .param("consignment", consignment.value()).query((row, number) -> fact(row, consignment)).optional();
    }

    @Override
    public Optional<PendingFact> find(FactId fact) {
        return Running.sql("""
                select f.id, f.consignment, f.document, f.sender, f.message, f.attempts, f.received_at, i.id as interchange, i.reference,
                       i.environment, i.trace
                from fact f join interchange i on i.id = f.interchange where f.id = :id and f.consignment is not null and f.erased_at is null""")
                .param("id", fact.value()).query((row, number) -> fact(row, new ConsignmentId(uuid(row, "consignment")))).optional();
    }

    private static PendingFact fact(ResultSet row, ConsignmentId consignment) throws SQLException {
        return new PendingFact(new FactId(uuid(row, "id")), consignment,
                StoredJson.read(row.getString("document"), Document.class), new PartyId(row.getString("sender")),
                new InterchangeId(uuid(row, "interchange")), row.getString("reference"), row.getString("message"),
                Environment.valueOf(row.getString("environment")), instant(row, "received_at"), row.getString("trace"),
                row.getInt("attempts"));
    }
}
