package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.finding.Finding;
import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.TransmissionId;
import io.fairway.usecase.Transmissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Transmissions as rows; kept in groups, read one by one under a row lock. */
public final class JdbcTransmissions implements Transmissions {
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

    /** Locks only the oldest: skipping to the next one would read out of order. */
    @Override
    public Optional<ReceivedTransmission> claimOldestUnread(TransmissionId id) {
        return Running.sql("""
                select id, sender, bytes, content_type, signature, channel, received_at, trace from transmission
                where id = %s and state = 'RECEIVED' for update skip locked""".formatted(OLDEST_UNREAD))
                .param("id", id.value())
                .query((row, number) -> new ReceivedTransmission(new TransmissionId(uuid(row, "id")),
                        new PartyId(row.getString("sender")), row.getBytes("bytes"), row.getString("content_type"),
                        Optional.ofNullable(row.getBytes("signature")), row.getString("channel"),
                        instant(row, "received_at"), row.getString("trace")))
                .optional();
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
        Running.write("update transmission set state = :state where id = :id and state = 'RECEIVED'")
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
