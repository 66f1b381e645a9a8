package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.finding.Finding;
import io.fairway.store.SharedWork.RunsAloneException;
import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.TransmissionId;
import io.fairway.usecase.Transmissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Transmissions as rows; kept in groups, read one by one under a row lock. */
public final class JdbcTransmissions implements Transmissions {
    /** Bytes; read in some ten milliseconds. */
    private static final int MOST_IN_COMPANY = 65_536;
    private static final CommonQuestion<Oldest> OLDEST = new CommonQuestion<>(Oldest.class, JdbcTransmissions::oldest);
    private static final String OLDEST_UNREAD = """
            (select o.id from transmission o
             where o.sender = (select s.sender from transmission s where s.id = :id) and o.state = 'RECEIVED'
             order by o.received_at, o.id limit 1)""";

    private final GroupCommit intake;
    private final UnreadShare share;

    public JdbcTransmissions(GroupCommit intake, UnreadShare share) {
        this.intake = intake;
        this.share = share;
    }

    @Override
    public CompletableFuture<Kept> keep(NewTransmission transmission) {
        share.take(transmission.sender());
        return intake.keep(transmission);
    }

    /**
     * Locks only the oldest: skipping to the next one would read out of order. What is large is read alone, so that nobody in its company waits for it.
     */
    @Override
    public Optional<ReceivedTransmission> claimOldestUnread(TransmissionId id) {
        return Running.answer(OLDEST, id.value()).filter(oldest -> Running.claims(oldest.id())).map(Oldest::claimed);
    }

    private static Map<UUID, Oldest> oldest(List<UUID> named) {
        Map<UUID, Oldest> oldest = new HashMap<>();
        Running.sql("""
                select s.id as named, t.id, t.sender, case when t.length <= :most then t.bytes end as bytes, t.length, t.content_type, t.signature,
                       t.channel, t.received_at, t.trace
                from transmission s
                cross join lateral (select o.id from transmission o where o.sender = s.sender and o.state = 'RECEIVED'
                                    order by o.received_at, o.id limit 1) first
                join transmission t on t.id = first.id and t.state = 'RECEIVED'
                where s.id = any (string_to_array(:named, ' ')::uuid[]) for update of t skip locked""")
                .param("named", CommonQuestion.together(named)).param("most", named.size() == 1 ? Integer.MAX_VALUE : MOST_IN_COMPANY)
                .query((row, number) -> Map.entry(uuid(row, "named"), oldest(row)))
                .list().forEach(found -> oldest.put(found.getKey(), found.getValue()));
        return oldest;
    }

    private static Oldest oldest(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("bytes");
        return bytes == null ? new Oldest.Large(uuid(row, "id"), row.getLong("length"))
                : new Oldest.Small(new ReceivedTransmission(new TransmissionId(uuid(row, "id")), new PartyId(row.getString("sender")), bytes,
                        row.getString("content_type"), Optional.ofNullable(row.getBytes("signature")), row.getString("channel"),
                        instant(row, "received_at"), row.getString("trace")));
    }

    /** The oldest unread of the sender of a transmission. */
    private sealed interface Oldest {
        UUID id();

        ReceivedTransmission claimed();

        record Small(ReceivedTransmission claimed) implements Oldest {
            @Override
            public UUID id() {
                return claimed.id().value();
            }
        }

        record Large(UUID id, long length) implements Oldest {
            @Override
            public ReceivedTransmission claimed() {
                throw new RunsAloneException("Transmission " + id + " has " + length + " bytes");
            }
        }
    }

    @Override
    public void keepContent(TransmissionId id, byte[] content) {
        Running.write("update transmission set content = :content where id = :id and state = 'RECEIVED'")
                .param("id", id.value()).param("content", content).queueForOne("unread transmission", id.value());
    }

    @Override
    public void markRead(TransmissionId id) {
        conclude(id, "READ");
    }

    @Override
    public void markUnreadable(TransmissionId id, List<Finding> findings) {
        conclude(id, "UNREADABLE");
        Findings.storeOf(id, findings);
    }

    private static void conclude(TransmissionId id, String state) {
        Running.writeGiven("update transmission t set state = given.state from given where t.id = given.id and t.state = 'RECEIVED'")
                .param("id", id.value()).param("state", state)
                .queueForOne("unread transmission", id.value());
    }

    @Override
    public void recordFailure(TransmissionId id, String cause, int most) {
        Running.write("""
                update transmission set attempts = attempts + 1, last_failure = :cause,
                                        state = case when attempts + 1 >= :most then 'PARKED' else state end
                where id = %s and state = 'RECEIVED'""".formatted(OLDEST_UNREAD))
                .param("id", id.value()).param("cause", cause).param("most", most)
                .queue();
    }

    @Override
    public List<TransmissionId> unreadBefore(Instant limit, int most) {
        return Running.sql("""
                select id from transmission where state = 'RECEIVED' and received_at < :limit order by received_at, id limit :most""")
                .param("limit", time(limit)).param("most", most)
                .query((row, number) -> new TransmissionId(uuid(row, "id")))
                .list();
    }
}
