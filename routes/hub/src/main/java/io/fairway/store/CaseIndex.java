package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.clearance.CaseState;
import io.fairway.clearance.ContainerState;
import io.fairway.clearance.DeclarationStage;
import io.fairway.clearance.DeclarationState;
import io.fairway.document.Manifest;
import io.fairway.document.id.EntryNumber;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Identifiers;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a case is looked up and listed by: its declarations, containers and port call. Derived; written anew with every change. */
final class CaseIndex {
    private final Identifiers identifiers;
    private final PortCallRows portCalls;

    CaseIndex(Identifiers identifiers) {
        this.identifiers = identifiers;
        this.portCalls = new PortCallRows(identifiers);
    }

    void write(ConsignmentId consignment, CaseState state, Instant now) {
        state.declarations().values().forEach(declaration -> write(consignment, state, declaration, now));
        state.containers().values().forEach(container -> write(consignment, state, container, now));
        takeAway(consignment, state, now);
        DiscrepancyRows.write(consignment, state, now);
        Optional<UUID> portCall = state.manifest().current().map(manifest -> portCall(manifest, environmentOf(consignment), state, now));
        Running.write("""
                update consignment set status = :status, state = :state::jsonb, changed_at = :now,
                                       port_call = coalesce(cast(:portCall as uuid), port_call)
                where id = :id""")
                .param("id", consignment.value()).param("status", state.manifest().phase().name())
                .param("state", StoredJson.write(CaseSnapshot.of(state), CaseSnapshot.class)).param("now", time(now))
                .param("portCall", portCall.map(UUID::toString).orElse(null))
                .queue();
    }

    private void write(ConsignmentId consignment, CaseState state, DeclarationState declaration, Instant now) {
        DeclarationStage stage = state.stage(declaration.key());
        Running.write("""
                insert into declaration (id, consignment, declarant, lrn, entry_number, environment, status, state, changed_at)
                values (:id, :consignment, :declarant, :lrn, :entry, (select environment from consignment where id = :consignment), :status,
                        :state::jsonb, :now)
                on conflict (consignment, declarant, lrn) do update
                set entry_number = excluded.entry_number, status = excluded.status, state = excluded.state, changed_at = excluded.changed_at
                where declaration.state <> excluded.state""")
                .param("id", identifiers.next()).param("consignment", consignment.value())
                .param("declarant", declaration.key().declarant()).param("lrn", declaration.key().lrn().value())
                .param("entry", declaration.entryNumber().map(EntryNumber::value).orElse(null))
                .param("status", stage.name())
                .param("state", StoredJson.write(new CaseSnapshot.OfDeclaration(stage, declaration), CaseSnapshot.OfDeclaration.class))
                .param("now", time(now))
                .queue();
    }

    private void write(ConsignmentId consignment, CaseState state, ContainerState container, Instant now) {
        Running.write("""
                insert into container (id, consignment, number, environment, status, state, changed_at)
                values (:id, :consignment, :number, (select environment from consignment where id = :consignment), :status, :state::jsonb, :now)
                on conflict (consignment, number) do update
                set status = excluded.status, state = excluded.state, changed_at = excluded.changed_at
                where container.state <> excluded.state or container.status <> excluded.status""")
                .param("id", identifiers.next()).param("consignment", consignment.value())
                .param("number", container.number().value())
                .param("status", container.position().name())
                .param("state", StoredJson.write(CaseSnapshot.OfContainer.of(state, container), CaseSnapshot.OfContainer.class))
                .param("now", time(now))
                .queue();
    }

    static String environmentOf(ConsignmentId consignment) {
        return Running.sql("select environment from consignment where id = :id").param("id", consignment.value()).query(String.class).single();
    }

    /** A container that an amendment took off the manifest stays visible as such. */
    private static void takeAway(ConsignmentId consignment, CaseState state, Instant now) {
        String[] numbers = state.containers().keySet().stream().map(number -> number.value()).toArray(String[]::new);
        Running.write("""
                update container set status = 'REMOVED', changed_at = :now
                where consignment = :consignment and status <> 'REMOVED' and number <> all (:numbers)""")
                .param("consignment", consignment.value()).param("numbers", numbers).param("now", time(now))
                .queue();
    }

    private UUID portCall(Manifest manifest, String environment, CaseState state, Instant now) {
        return portCalls.keep(manifest.voyage(), manifest.portOfArrival(), environment, state.key().carrier(),
                new CaseSnapshot.OfPortCall(manifest.estimatedArrival(), state.manifest().arrivedAt()), now);
    }
}
