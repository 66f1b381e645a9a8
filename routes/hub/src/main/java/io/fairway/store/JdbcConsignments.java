package io.fairway.store;

import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.clearance.CaseState;
import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ClearanceRules;
import io.fairway.clearance.ConsignmentKey;
import io.fairway.clearance.RecordedEvent;
import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.FactId;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Clearance cases as rows: the events are the truth, everything else follows from them. */
public final class JdbcConsignments implements Consignments {
    private static final CommonQuestion<ConsignmentKey> LOCKED = new CommonQuestion<>(ConsignmentKey.class, JdbcConsignments::lock);

    private final ClearanceRules rules;
    private final Parties parties;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final CaseIndex index;

    public JdbcConsignments(ClearanceRules rules, Parties parties, Identifiers identifiers, InstantSource clock) {
        this.rules = rules;
        this.parties = parties;
        this.identifiers = identifiers;
        this.clock = clock;
        this.index = new CaseIndex(identifiers);
    }

    @Override
    public ConsignmentId findOrOpen(ConsignmentKey key, Environment environment) {
        return find(key, environment).or(() -> open(key, environment)).or(() -> find(key, environment))
                .orElseThrow(() -> new IllegalStateException("A case was opened and is not there"));
    }

    private static Optional<ConsignmentId> find(ConsignmentKey key, Environment environment) {
        return Running.sql("select id from consignment where carrier = :carrier and bill = :bill and environment = :environment")
                .param("carrier", key.carrier()).param("bill", key.bill().value()).param("environment", environment.name())
                .query((row, number) -> new ConsignmentId(uuid(row, "id")))
                .optional();
    }

    /** Waits for a concurrent opening to commit, and leaves it as it is: then it gives none. */
    private Optional<ConsignmentId> open(ConsignmentKey key, Environment environment) {
        return Running.sql("""
                insert into consignment (id, carrier, bill, environment, opened_at, changed_at)
                values (:id, :carrier, :bill, :environment, :now, :now) on conflict (carrier, bill, environment) do nothing
                returning id""")
                .param("id", identifiers.next()).param("carrier", key.carrier()).param("bill", key.bill().value())
                .param("environment", environment.name()).param("now", time(clock.instant()))
                .query((row, number) -> new ConsignmentId(uuid(row, "id")))
                .optional();
    }

    @Override
    public List<ConsignmentId> withBill(BillNumber bill, Environment environment) {
        return Running.sql("select id from consignment where bill = :bill and environment = :environment order by id")
                .param("bill", bill.value()).param("environment", environment.name())
                .query((row, number) -> new ConsignmentId(uuid(row, "id")))
                .list();
    }

    @Override
    public List<ConsignmentId> withDeclaration(Optional<LocalReferenceNumber> lrn, Optional<EntryNumber> entry, Environment environment) {
        return Running.sql("""
                with numbered as (
                    select consignment, declarant from declaration where entry_number = :entry and environment = :environment),
                meant as (
                    select consignment, declarant from numbered
                    union
                    select consignment, declarant from declaration
                    where lrn = :lrn and environment = :environment and not exists (select 1 from numbered))
                select distinct consignment from meant where (select count(distinct declarant) from meant) = 1
                order by consignment""")
                .param("lrn", lrn.map(LocalReferenceNumber::value).orElse(null))
                .param("entry", entry.map(EntryNumber::value).orElse(null)).param("environment", environment.name())
                .query((row, number) -> new ConsignmentId(uuid(row, "consignment")))
                .list();
    }

    /** A container is used again and again: cases it has not left come first; when it has left all, the latest is meant. */
    @Override
    public List<ConsignmentId> withContainer(ContainerNumber container, Environment environment) {
        return Running.sql("""
                with held as (
                    select consignment, changed_at, status in ('DELIVERED', 'RETURNED', 'LOADED_ONWARD') as over
                    from container where number = :number and environment = :environment and status <> 'REMOVED')
                select consignment from held where not over
                union
                (select consignment from held where not exists (select 1 from held where not over) order by changed_at desc limit 1)
                order by consignment""")
                .param("number", container.value()).param("environment", environment.name())
                .query((row, number) -> new ConsignmentId(uuid(row, "consignment")))
                .list();
    }

    /** The lock leaves the key alone, so that facts of the case can be stored meanwhile. */
    @Override
    public ClearanceCase lock(ConsignmentId id) {
        ConsignmentKey key = Running.answer(LOCKED, id.value()).orElseThrow(() -> new IllegalStateException("There is no case " + id));
        return new ClearanceCase(key, rules, CaseEvents.of(id));
    }

    /** In the order of the cases, so that two who lock several do not wait for each other. */
    private static Map<UUID, ConsignmentKey> lock(List<UUID> cases) {
        Map<UUID, ConsignmentKey> keys = new HashMap<>();
        Running.sql("""
                select id, carrier, bill from consignment where id = any (string_to_array(:cases, ' ')::uuid[]) order by id for no key update""")
                .param("cases", CommonQuestion.together(cases))
                .query((row, number) -> Map.entry(uuid(row, "id"), new ConsignmentKey(row.getString("carrier"), new BillNumber(row.getString("bill")))))
                .list().forEach(found -> keys.put(found.getKey(), found.getValue()));
        return keys;
    }

    @Override
    public ClearanceCase look(ConsignmentId id) {
        ConsignmentKey key = Running.sql("select carrier, bill from consignment where id = :id").param("id", id.value())
                .query((row, number) -> new ConsignmentKey(row.getString("carrier"), new BillNumber(row.getString("bill")))).single();
        return new ClearanceCase(key, rules, CaseEvents.of(id));
    }

    @Override
    public void save(ConsignmentId id, ClearanceCase after, List<RecordedEvent> added, List<RecordedEvent> reconsidered, FactId cause) {
        Step.is(Step.Kind.DECIDE, id.value());
        Instant now = clock.instant();
        CaseState state = after.state();
        added.forEach(event -> CaseEvents.append(id, state, event, cause));
        reconsidered.forEach(event -> CaseEvents.reconsider(id, event));
        index.write(id, state, now);
    }

    @Override
    public void noticeAfter(ConsignmentId changed, Consumer<Noticed> told) {
        Running.noticeLast(changed.value(), new NoticedRows.Change(clock.instant(), told));
    }

    @Override
    public void recheckDocuments(ConsignmentId id, ClearanceCase current) {
        DiscrepancyRows.write(id, current.state(), clock.instant());
    }

    @Override
    public boolean waitsForRecheck(ConsignmentId id) {
        return Running.sql("select exists (select 1 from named_document where consignment = :id and recheck)").param("id", id.value())
                .query(Boolean.class).single();
    }

    /** Customs sees the declarations too; everybody else the case and what it said itself. */
    @Override
    public void show(ConsignmentId id, PartyId party) {
        boolean customs = parties.find(party).filter(record -> record.roles().contains(Role.CUSTOMS)).isPresent();
        Running.writeGiven("""
                insert into consignment_access (consignment, party, sight) select consignment, party, sight from given
                on conflict (party, consignment) do update set sight = excluded.sight
                where excluded.sight = 'DECLARATIONS' and consignment_access.sight = 'STATUS'""")
                .param("consignment", id.value()).param("party", party.value()).param("sight", customs ? "DECLARATIONS" : "STATUS")
                .queue();
    }
}
