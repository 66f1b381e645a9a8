package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;

import io.fairway.clearance.CaseState;
import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.ClearanceEvent.CustomsDecided;
import io.fairway.clearance.ClearanceEvent.DeclarationFact;
import io.fairway.clearance.ClearanceEvent.TechnicallyRejected;
import io.fairway.clearance.DeclarationState;
import io.fairway.clearance.Reason;
import io.fairway.clearance.RecordedEvent;
import io.fairway.clearance.RecordedEvent.Disposition;
import io.fairway.document.CustomsResponse;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events of a case as rows; they are only ever added. */
final class CaseEvents {
    private static final CommonQuestion<Events> SAID = new CommonQuestion<>(Events.class, CaseEvents::ofEach);

    private record Events(List<RecordedEvent> list) {
    }

    private CaseEvents() {
    }

    static List<RecordedEvent> of(ConsignmentId consignment) {
        return Running.answer(SAID, consignment.value()).map(Events::list).orElse(List.of());
    }

    private static Map<UUID, Events> ofEach(List<UUID> cases) {
        Map<UUID, Events> events = new HashMap<>();
        Running.sql("""
                select consignment, sequence, event, occurred_at, received_at, sender, interchange, message, disposition, reason
                from consignment_event where consignment = any (string_to_array(:cases, ' ')::uuid[]) order by consignment, sequence""")
                .param("cases", CommonQuestion.together(cases))
                .query((row, number) -> Map.entry(Columns.uuid(row, "consignment"), event(row)))
                .list().forEach(said -> events.computeIfAbsent(said.getKey(), first -> new Events(new ArrayList<>())).list().add(said.getValue()));
        return events;
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(row.getLong("sequence"), StoredJson.read(row.getString("event"), ClearanceEvent.class),
                instant(row, "occurred_at"), instant(row, "received_at"), row.getString("sender"), row.getString("interchange"),
                row.getString("message"), Disposition.valueOf(row.getString("disposition")),
                Optional.ofNullable(row.getString("reason")).map(reason -> StoredJson.read(reason, Reason.class)));
    }

    /** @param cause the fact they follow from */
    static void append(ConsignmentId consignment, CaseState state, RecordedEvent added, FactId cause) {
        String reason = reason(added);
        Running.writeGiven("""
                insert into consignment_event (consignment, sequence, fact, kind, declarant, event, occurred_at, received_at, sender,
                                               interchange, message, disposition, reason, stands, stands_reason)
                select consignment, sequence, fact, kind, declarant, event::jsonb, occurredAt, receivedAt, sender,
                       interchange, message, disposition, reason::jsonb, disposition, reason::jsonb
                from given order by ordinal""")
                .param("consignment", consignment.value()).param("sequence", added.sequence()).param("fact", cause.value())
                .param("kind", added.event().getClass().getSimpleName())
                .param("declarant", declarant(state, added.event()).orElse(null))
                .param("event", StoredJson.write(added.event(), ClearanceEvent.class))
                .param("occurredAt", time(added.occurredAt())).param("receivedAt", time(added.receivedAt()))
                .param("sender", added.sender()).param("interchange", added.interchange()).param("message", added.message())
                .param("disposition", added.disposition().name()).param("reason", reason)
                .queue();
    }

    static void reconsider(ConsignmentId consignment, RecordedEvent event) {
        Running.write("""
                update consignment_event set stands = :stands, stands_reason = :reason::jsonb
                where consignment = :consignment and sequence = :sequence""")
                .param("consignment", consignment.value()).param("sequence", event.sequence())
                .param("stands", event.disposition().name()).param("reason", reason(event))
                .queueForOne("event " + event.sequence() + " of", consignment.value());
    }

    private static @Nullable String reason(RecordedEvent event) {
        return event.reason().map(reason -> StoredJson.write(reason, Reason.class)).orElse(null);
    }

    /** Whose declaration an event is about: others who see the case do not see it. */
    private static Optional<String> declarant(CaseState state, ClearanceEvent event) {
        return switch (event) {
            case DeclarationFact fact -> Optional.of(fact.key().declarant());
            case CustomsDecided decided -> declarantOf(state, declaration -> isAbout(decided.response(), declaration));
            case TechnicallyRejected rejected -> declarantOf(state,
                    declaration -> declaration.key().lrn().value().equals(rejected.answered()));
            case ClearanceEvent _ -> Optional.empty();
        };
    }

    private static Optional<String> declarantOf(CaseState state, Predicate<DeclarationState> meant) {
        return state.declarations().values().stream().filter(meant).map(declaration -> declaration.key().declarant()).findFirst();
    }

    private static boolean isAbout(CustomsResponse response, DeclarationState declaration) {
        return response.lrn().filter(declaration.key().lrn()::equals).isPresent()
                || response.entryNumber().isPresent() && response.entryNumber().equals(declaration.entryNumber());
    }
}
