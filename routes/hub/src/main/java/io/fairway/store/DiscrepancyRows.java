package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;

import io.fairway.clearance.CaseState;
import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.DeclarationState;
import io.fairway.clearance.Discrepancy;
import io.fairway.clearance.Discrepancy.Against;
import io.fairway.clearance.ManifestState;
import io.fairway.clearance.NamedDocuments;
import io.fairway.document.Voyage;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Consignments.Noticed;
import io.fairway.usecase.FactId;
import io.fairway.usecase.view.DiscrepancyView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** In what declarations do not agree with what others say, as rows; what agrees again is settled. */
final class DiscrepancyRows {
    /** Whose eyes a row is for. */
    private enum Eyes {
        DECLARATION, CARRIER
    }

    private DiscrepancyRows() {
    }

    /** Writes what follows from the case as it is now. */
    static void write(ConsignmentId consignment, CaseState state, Instant now) {
        List<Discrepancy> discrepancies = state.discrepancies();
        discrepancies.forEach(discrepancy -> add(consignment, discrepancy, now));
        settle(consignment, Against.MANIFEST, discrepancies, now);
        TradeDocumentRows.write(consignment, state);
        List<Discrepancy> documents = NamedDocuments.compare(state, TradeDocumentRows.register(consignment));
        documents.forEach(discrepancy -> add(consignment, discrepancy, now));
        settle(consignment, Against.DOCUMENT, documents, now);
        awaitManifest(consignment, state, now);
    }

    /** Adds one; a settled one of the same key is open again. */
    static void add(ConsignmentId consignment, Discrepancy discrepancy, Instant now) {
        insert(consignment, discrepancy, Eyes.DECLARATION, now);
        if (discrepancy.against() == Against.MANIFEST || discrepancy.against() == Against.VOYAGE) {
            insert(consignment, withoutDeclared(discrepancy), Eyes.CARRIER, now);
        }
    }

    private static Discrepancy withoutDeclared(Discrepancy whole) {
        return new Discrepancy(whole.code(), whole.against(), whole.declaration(), whole.version(), whole.member(), "", whole.recorded(),
                whole.tolerance(), whole.mustAct(), whole.expected(), whole.text());
    }

    private static void insert(ConsignmentId consignment, Discrepancy discrepancy, Eyes eyes, Instant now) {
        Running.write("""
                insert into discrepancy (consignment, key, eyes, against, declarant, body, found_at)
                values (:consignment, :key, :eyes, :against, :declarant, :body::jsonb, :now)
                on conflict (consignment, eyes, key) do update
                set body = excluded.body, settled_at = null, told = false,
                    found_at = case when discrepancy.settled_at is null then discrepancy.found_at else excluded.found_at end
                where discrepancy.settled_at is not null or discrepancy.body <> excluded.body""")
                .param("consignment", consignment.value()).param("key", key(discrepancy)).param("eyes", eyes.name())
                .param("against", discrepancy.against().name()).param("declarant", discrepancy.declaration().declarant())
                .param("body", StoredJson.write(discrepancy, Discrepancy.class)).param("now", time(now))
                .queue();
    }

    /** Settles those of a kind that are not found any more. */
    static void settle(ConsignmentId consignment, Against against, List<Discrepancy> open, Instant now) {
        Running.writeGiven("""
                update discrepancy d set settled_at = given.now
                from given where d.consignment = given.consignment and d.against = given.against and d.settled_at is null
                and d.key <> all (select jsonb_array_elements_text(given.keys::jsonb))""")
                .param("consignment", consignment.value()).param("against", against.name()).param("now", time(now))
                .param("keys", StoredJson.write(open.stream().map(DiscrepancyRows::key).toArray(String[]::new), String[].class))
                .queue();
    }

    /** Those about named documents that the declarant has not been told; they count as told from now on. */
    static List<Noticed> untold(List<UUID> cases) {
        Map<ConsignmentId, List<Discrepancy>> untold = new LinkedHashMap<>();
        Running.sql("""
                update discrepancy set told = true
                where consignment = any (string_to_array(:cases, ' ')::uuid[]) and against = 'DOCUMENT' and not told and settled_at is null
                returning consignment, body""")
                .param("cases", CommonQuestion.together(cases))
                .query((row, number) -> Map.entry(new ConsignmentId(Columns.uuid(row, "consignment")),
                        StoredJson.read(row.getString("body"), Discrepancy.class)))
                .list().forEach(found -> untold.computeIfAbsent(found.getKey(), first -> new ArrayList<>()).add(found.getValue()));
        return untold.entrySet().stream().flatMap(found -> noticed(found.getKey(), found.getValue())).toList();
    }

    private static Stream<Noticed> noticed(ConsignmentId consignment, List<Discrepancy> untold) {
        Map<FactId, ClearanceEvent> told = UnlistedBills.declarations(consignment);
        return untold.stream().flatMap(discrepancy -> told.entrySet().stream()
                .filter(entry -> UnlistedBills.keyOf(entry.getValue()).equals(discrepancy.declaration()))
                .map(entry -> new Noticed(entry.getKey(), discrepancy)));
    }

    private static String key(Discrepancy discrepancy) {
        return String.join("/", discrepancy.declaration().declarant(), discrepancy.declaration().lrn().value(), discrepancy.code(),
                discrepancy.member());
    }

    private static void awaitManifest(ConsignmentId consignment, CaseState state, Instant now) {
        Optional<Voyage> awaited = state.manifest().phase() != ManifestState.Phase.NONE ? Optional.empty()
                : state.declarations().values().stream().filter(DeclarationState::isLive)
                        .flatMap(declaration -> declaration.current().voyage().stream()).findFirst();
        awaited.ifPresentOrElse(voyage -> Running.writeGiven("""
                insert into awaited_manifest (consignment, ship, voyage, environment)
                select c.id, given.ship, given.voyage, c.environment from given join consignment c on c.id = given.consignment
                on conflict (consignment) do update set ship = excluded.ship, voyage = excluded.voyage""")
                .param("consignment", consignment.value()).param("ship", voyage.ship().value()).param("voyage", voyage.number().value())
                .queue(), () -> {
                    Running.write("delete from awaited_manifest where consignment = :consignment").param("consignment", consignment.value())
                            .queue();
                    settle(consignment, Against.VOYAGE, List.of(), now);
                });
    }

    static DiscrepancyView view(ResultSet row) throws SQLException {
        Discrepancy body = StoredJson.read(row.getString("body"), Discrepancy.class);
        return new DiscrepancyView(body.code(), body.against(), body.declaration().lrn().value(), body.declaration().declarant(),
                body.version(), body.member(), InterchangeDetails.text(body.declared()), InterchangeDetails.text(body.recorded()),
                InterchangeDetails.text(body.tolerance()), body.mustAct(), body.text(), instant(row, "found_at"),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant));
    }
}
