package io.fairway.store;

import static io.fairway.store.Columns.optionalUuid;
import static io.fairway.store.Columns.time;

import io.fairway.document.Document;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.DueOutbound;
import io.fairway.usecase.FactId;
import io.fairway.usecase.NewOutbound;
import io.fairway.usecase.Outbox;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedImage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox as rows that are leased. A row that is parked holds back the later ones of its consignment and recipient (P5). */
public final class JdbcOutbox implements Outbox {
    private static final String DUE = """
            (o.state = 'PENDING' and o.next_attempt <= :now or o.state = 'LEASED' and o.lease_until <= :now)
            and not exists (select 1 from outbound e where e.recipient = o.recipient and e.consignment = o.consignment
                            and e.position < o.position and e.state in ('PENDING', 'LEASED', 'PARKED'))""";

    @Override
    public void add(NewOutbound outbound) {
        Running.writeGiven("""
                insert into outbound (id, recipient, consignment, cause, key, answers, dialect, reference, kind, document, environment,
                                      created_at, trace, next_attempt)
                select id, recipient, consignment::uuid, cause::uuid, key, answers, dialect, reference, kind, document::jsonb, environment,
                       createdAt, trace, createdAt
                from given order by ordinal
                on conflict do nothing""")
                .param("id", outbound.id().value()).param("recipient", outbound.recipient().value())
                .param("consignment", outbound.consignment().map(ConsignmentId::value).map(UUID::toString).orElse(null))
                .param("cause", outbound.cause().map(FactId::value).map(UUID::toString).orElse(null))
                .param("key", outbound.key()).param("answers", outbound.answers().value())
                .param("dialect", outbound.dialect()).param("reference", outbound.reference())
                .param("kind", outbound.document().getClass().getSimpleName())
                .param("document", StoredJson.write(outbound.document(), Document.class))
                .param("environment", outbound.environment().name()).param("createdAt", time(outbound.createdAt()))
                .param("trace", outbound.trace())
                .queue();
    }

    /** From recipient to recipient along the index, whatever waits for each. */
    @Override
    public List<PartyId> recipientsDue(Instant now) {
        return Running.sql("""
                with recursive waiting as (
                    (select w.recipient from outbound w where w.state in ('PENDING', 'LEASED', 'PARKED') order by w.recipient limit 1)
                    union all
                    select (select w.recipient from outbound w where w.state in ('PENDING', 'LEASED', 'PARKED') and w.recipient > waiting.recipient
                            order by w.recipient limit 1)
                    from waiting where waiting.recipient is not null)
                select recipient from waiting
                where exists (select 1 from outbound o where o.recipient = waiting.recipient and\s""" + DUE + ")")
                .param("now", time(now))
                .query((row, number) -> new PartyId(row.getString("recipient")))
                .list();
    }

    @Override
    public List<DueOutbound> lease(PartyId recipient, Instant now, Duration lease, int most) {
        return Running.sql("""
                with leased as (
                    update outbound set state = 'LEASED', lease_until = :until, attempts = attempts + 1,
                                        first_attempt = coalesce(first_attempt, :now)
                    where id in (select o.id from outbound o where o.recipient = :recipient and\s""" + DUE + """
                                 order by o.position limit :most for update of o skip locked)
                    returning *)
                select * from leased order by position""")
                .param("recipient", recipient.value()).param("now", time(now)).param("until", time(now.plus(lease)))
                .param("most", most)
                .query(new DueOutboundRow())
                .list();
    }

    /** @throws IllegalStateException when an image was kept before: two sets of bytes under one id must never be (P4) */
    @Override
    public void keepImage(OutboundId id, SignedImage image) {
        Running.writeGiven("""
                update outbound o set image = given.bytes, image_type = given.type, image_digest = given.digest, image_signature = given.signature
                from given where o.id = given.id and o.image is null and o.state = 'LEASED'""")
                .param("id", id.value()).param("bytes", image.bytes()).param("type", image.contentType())
                .param("digest", image.digest().value()).param("signature", image.signature())
                .queueForOne("leased outbound without image", id.value());
    }

    @Override
    public void markDelivered(OutboundId id, byte[] receipt, Instant at) {
        conclude(id, "DELIVERED", receipt, at);
    }

    @Override
    public void markAvailable(OutboundId id, Instant at) {
        conclude(id, "AVAILABLE", new byte[0], at);
    }

    /** A receipt counts also when it comes after the row was parked; what is delivered stays delivered. */
    private static void conclude(OutboundId id, String state, byte[] receipt, Instant at) {
        Running.writeGiven("""
                update outbound o set state = given.state, lease_until = null, last_failure = '', receipt = given.receipt, concluded_at = given.at
                from given where o.id = given.id and o.state in ('PENDING', 'LEASED', 'PARKED')""")
                .param("id", id.value()).param("state", state).param("receipt", receipt)
                .param("at", time(at))
                .queue();
    }

    @Override
    public void markFailed(OutboundId id, String cause, Instant nextAttempt) {
        Running.write("""
                update outbound set state = 'PENDING', lease_until = null, last_failure = :cause, next_attempt = :next
                where id = :id and state = 'LEASED'""")
                .param("id", id.value()).param("cause", cause).param("next", time(nextAttempt))
                .queue();
    }

    @Override
    public void park(OutboundId id, String cause, Instant at) {
        Running.write("""
                update outbound set state = 'PARKED', lease_until = null, last_failure = :cause, concluded_at = :at
                where id = :id and state in ('PENDING', 'LEASED')""")
                .param("id", id.value()).param("cause", cause).param("at", time(at))
                .queue();
    }

    @Override
    public Optional<Answered> noteAnswer(PartyId by, String reference, String verdict, Instant at) {
        JdbcConformanceRuns.noteAnswer(by, reference, verdict, at);
        return Running.sql("""
                update outbound set answer = :verdict, answered_at = :at where recipient = :by and reference = :reference
                returning consignment, document""")
                .param("by", by.value()).param("reference", reference).param("verdict", verdict).param("at", time(at))
                .query(JdbcOutbox::answered)
                .list().stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<Answered> answered(ResultSet row, int number) throws SQLException {
        Document told = StoredJson.read(row.getString("document"), Document.class);
        return optionalUuid(row, "consignment").map(consignment -> new Answered(new ConsignmentId(consignment), told));
    }
}
