package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Attachments;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.retention.ErasedException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Uploads as rows; the same bytes of two parties are two rows. */
public final class JdbcAttachments implements Attachments {

    @Override
    public UUID add(NewAttachment attachment) {
        Running.sql("""
                insert into attachment (party, digest, id, name, content_type, length, bytes, received_at)
                values (:party, :digest, :id, :name, :type, :length, :bytes, :receivedAt)
                on conflict (party, digest) do nothing""")
                .param("party", attachment.party().value()).param("digest", attachment.digest().value())
                .param("id", attachment.id()).param("name", attachment.name()).param("type", attachment.contentType())
                .param("length", attachment.bytes().length).param("bytes", attachment.bytes())
                .param("receivedAt", time(attachment.receivedAt()))
                .update();
        Running.sql("select erased_at from attachment where party = :party and digest = :digest and erased_at is not null")
                .param("party", attachment.party().value()).param("digest", attachment.digest().value())
                .query((row, number) -> instant(row, "erased_at")).optional().ifPresent(at -> {
                    throw new ErasedException(at);
                });
        return Running.sql("select id from attachment where party = :party and digest = :digest")
                .param("party", attachment.party().value()).param("digest", attachment.digest().value())
                .query(UUID.class).single();
    }

    @Override
    public boolean has(PartyId party, Sha256 digest) {
        return Running.sql("select exists (select 1 from attachment where party = :party and digest = :digest and erased_at is null)")
                .param("party", party.value()).param("digest", digest.value())
                .query(Boolean.class).single();
    }

    @Override
    public Optional<Attachment> find(Sha256 digest) {
        return Running.sql("""
                select id, party, bytes, name, content_type, received_at from attachment where digest = :digest and erased_at is null
                order by party = current_setting('fairway.party') desc, party limit 1""")
                .param("digest", digest.value())
                .query((row, number) -> new Attachment(uuid(row, "id"), new PartyId(row.getString("party")), digest,
                        row.getBytes("bytes"), row.getString("name"), row.getString("content_type"), instant(row, "received_at")))
                .optional();
    }

    @Override
    public Optional<Instant> erased(Sha256 digest) {
        return Running.sql("select max(erased_at) as at from attachment where digest = :digest having max(erased_at) is not null")
                .param("digest", digest.value()).query((row, number) -> instant(row, "at")).optional();
    }

    @Override
    public void show(PartyId owner, Sha256 digest, PartyId to) {
        Running.sql("""
                insert into attachment_access (owner, digest, party)
                select party, digest, :to from attachment where party = :owner and digest = :digest
                on conflict do nothing""")
                .param("owner", owner.value()).param("digest", digest.value()).param("to", to.value())
                .update();
    }
}
