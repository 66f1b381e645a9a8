package io.fairway.store;

import static io.fairway.store.Columns.uuid;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.ClearanceEvent.DeclarationAmended;
import io.fairway.clearance.ClearanceEvent.DeclarationSubmitted;
import io.fairway.clearance.DeclarationKey;
import io.fairway.clearance.Discrepancy;
import io.fairway.document.GoodsDeclaration;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Consignments.Noticed;
import io.fairway.usecase.FactId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Declared bills that no manifest of their voyage lists, though manifests of the voyage are there. */
final class UnlistedBills {
    private UnlistedBills() {
    }

    private record Awaited(ConsignmentId consignment, String bill, String voyage) {
    }

    /** Those that a change of these cases shows for the first time; a bill whose manifest is still being applied is not among them. */
    static List<Noticed> shownBy(List<UUID> changed, Instant now) {
        List<Awaited> awaited = Running.sql("""
                with changed as materialized (
                    select c.environment, coalesce(p.ship, w.ship) as ship, coalesce(p.voyage, w.voyage) as voyage
                    from consignment c left join port_call p on p.id = c.port_call left join awaited_manifest w on w.consignment = c.id
                    where c.id = any (string_to_array(:changed, ' ')::uuid[])),
                listed as materialized (
                    select distinct v.environment, v.ship, v.voyage from changed v
                    where exists (select 1 from port_call p join consignment m on m.port_call = p.id
                                  where p.ship = v.ship and p.voyage = v.voyage and p.environment = v.environment
                                  and m.status in ('LODGED', 'ACCEPTED', 'ARRIVED', 'TALLIED', 'CLOSED')))
                select w.consignment, c.bill, w.voyage
                from listed v join awaited_manifest w on w.ship = v.ship and w.voyage = v.voyage and w.environment = v.environment
                join consignment c on c.id = w.consignment
                where not exists (select 1 from fact f where f.consignment = w.consignment and f.state = 'PENDING' and f.kind = 'Manifest')
                and not exists (select 1 from discrepancy d where d.consignment = w.consignment and d.against = 'VOYAGE'
                                and d.settled_at is null)
                order by w.consignment""")
                .param("changed", CommonQuestion.together(changed))
                .query((row, number) -> new Awaited(new ConsignmentId(uuid(row, "consignment")), row.getString("bill"), row.getString("voyage")))
                .list();
        return awaited.stream().flatMap(bill -> told(bill, now)).toList();
    }

    private static Stream<Noticed> told(Awaited awaited, Instant now) {
        List<Noticed> unlisted = declarations(awaited.consignment()).entrySet().stream().map(declared -> new Noticed(declared.getKey(),
                Discrepancy.unlisted(keyOf(declared.getValue()), said(declared.getValue()), awaited.bill(), awaited.voyage()))).toList();
        unlisted.forEach(one -> DiscrepancyRows.add(awaited.consignment(), one.discrepancy(), now));
        return unlisted.stream();
    }

    /** The fact that last told each declaration. */
    static Map<FactId, ClearanceEvent> declarations(ConsignmentId consignment) {
        Map<String, FactId> last = new LinkedHashMap<>();
        Map<FactId, ClearanceEvent> told = new LinkedHashMap<>();
        Running.sql("""
                select fact, event from consignment_event where consignment = :consignment and stands = 'APPLIED' and fact is not null
                and kind in ('DeclarationSubmitted', 'DeclarationAmended') order by sequence""")
                .param("consignment", consignment.value())
                .query((row, number) -> Map.entry(new FactId(uuid(row, "fact")), StoredJson.read(row.getString("event"), ClearanceEvent.class)))
                .list().forEach(entry -> {
                    Optional.ofNullable(last.put(keyOf(entry.getValue()).toString(), entry.getKey())).ifPresent(told::remove);
                    told.put(entry.getKey(), entry.getValue());
                });
        return told;
    }

    static DeclarationKey keyOf(ClearanceEvent event) {
        return switch (event) {
            case DeclarationSubmitted submitted -> submitted.key();
            case DeclarationAmended amended -> amended.key();
            case ClearanceEvent other -> throw new IllegalStateException("No declaration: " + other.getClass());
        };
    }

    private static GoodsDeclaration said(ClearanceEvent event) {
        return switch (event) {
            case DeclarationSubmitted submitted -> submitted.declaration();
            case DeclarationAmended amended -> amended.declaration();
            case ClearanceEvent other -> throw new IllegalStateException("No declaration: " + other.getClass());
        };
    }
}
