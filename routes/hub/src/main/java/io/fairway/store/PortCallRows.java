package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.document.PortCallDocument;
import io.fairway.document.ShipReport;
import io.fairway.document.Voyage;
import io.fairway.document.id.UnLocode;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.InterchangeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Port calls as rows: one per ship, voyage, port and environment; what one document knows is added to what others knew. */
final class PortCallRows {
    private final Identifiers identifiers;

    PortCallRows(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** @param carrier party id, or the code in the document where nobody is registered under it; for a new row only */
    UUID keep(Voyage voyage, UnLocode port, String environment, String carrier, CaseSnapshot.OfPortCall known, Instant now) {
        Running.write("""
                insert into port_call (id, ship, voyage, port, environment, ship_name, carrier, state, changed_at)
                values (:id, :ship, :voyage, :port, :environment, :shipName, :carrier, jsonb_strip_nulls(:known::jsonb), :now)
                on conflict (ship, voyage, port, environment) do update
                set state = port_call.state || excluded.state, changed_at = excluded.changed_at
                where not port_call.state @> excluded.state""")
                .param("id", identifiers.next()).param("ship", voyage.ship().text()).param("voyage", voyage.number().value())
                .param("port", port.value()).param("environment", environment).param("shipName", voyage.shipName())
                .param("carrier", carrier).param("known", StoredJson.write(known, CaseSnapshot.OfPortCall.class)).param("now", time(now))
                .queue();
        return Running.sql("""
                select id from port_call where ship = :ship and voyage = :voyage and port = :port and environment = :environment""")
                .param("ship", voyage.ship().text()).param("voyage", voyage.number().value())
                .param("port", port.value()).param("environment", environment)
                .query(UUID.class).single();
    }

    /** The port call that a document of an interchange speaks of. */
    UUID keep(PortCallDocument document, UnLocode port, InterchangeId interchange) {
        return Running.sql("select environment, received_at from interchange where id = :id").param("id", interchange.value())
                .query((row, number) -> keep(document.voyage(), port, row.getString("environment"), document.voyage().carrierCode(),
                        known(document), Columns.instant(row, "received_at"))).single();
    }

    private static CaseSnapshot.OfPortCall known(PortCallDocument document) {
        return document instanceof ShipReport report
                ? new CaseSnapshot.OfPortCall(report.call().estimatedArrival(), report.call().arrivedAt())
                : new CaseSnapshot.OfPortCall(Optional.empty(), Optional.empty());
    }
}
