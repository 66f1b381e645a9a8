package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.clearance.CaseState;
import io.fairway.clearance.ContainerState;
import io.fairway.clearance.DeclarationStage;
import io.fairway.clearance.DeclarationState;
import io.fairway.document.Manifest;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.Identifiers;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
        Running.writeGiven("""
                update consignment c set status = given.status, state = given.state::jsonb, changed_at = given.now,
                                         port_call = coalesce(given.portCall::uuid, port_call)
                from given where c.id = given.id""")
                .param("id", consignment.value()).param("status", state.manifest().phase().name())
                .param("state", StoredJson.write(CaseSnapshot.of(state), CaseSnapshot.class)).param("now", time(now))
                .param("portCall", portCall.map(UUID::toString).orElse(null))
                .queue();
    }

    private void write(ConsignmentId consignment, CaseState state, DeclarationState declaration, Instant now) {
        DeclarationStage stage = state.stage(declaration.key());
        Running.writeGiven("""
                insert into declaration (id, consignment, declarant, lrn, entry_number, environment, status, state, changed_at)
                select given.id, c.id, given.declarant, given.lrn, given.entry, c.environment, given.status, given.state::jsonb, given.now
                from given join consignment c on c.id = given.consignment
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
        Running.writeGiven("""
                insert into container (id, consignment, number, environment, status, state, changed_at)
                select given.id, c.id, given.number, c.environment, given.status, given.state::jsonb, given.now
                from given join consignment c on c.id = given.consignment
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
        String numbers = state.containers().keySet().stream().map(ContainerNumber::value).collect(Collectors.joining(" "));
        Running.writeGiven("""
                update container c set status = 'REMOVED', changed_at = given.now
                from given where c.consignment = given.consignment and c.status <> 'REMOVED'
                and c.number <> all (string_to_array(given.numbers, ' '))""")
                .param("consignment", consignment.value()).param("numbers", numbers).param("now", time(now))
                .queue();
    }

    private UUID portCall(Manifest manifest, String environment, CaseState state, Instant now) {
        return portCalls.keep(manifest.voyage(), manifest.portOfArrival(), environment, state.key().carrier(),
                new CaseSnapshot.OfPortCall(manifest.estimatedArrival(), state.manifest().arrivedAt()), now);
    }
}
