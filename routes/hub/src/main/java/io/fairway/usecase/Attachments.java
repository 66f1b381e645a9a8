package io.fairway.usecase;

import io.fairway.document.id.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Supporting documents: uploaded once, referred to by digest from any declaration. All calls belong to the running transaction. */
public interface Attachments {

    /**
     * Keeps it for the party; an upload of the same bytes by the same party changes nothing.
     *
     * @return id of the one that is kept
     * @throws io.fairway.usecase.retention.ErasedException when the party uploaded these bytes before and they were erased
     */
    UUID add(NewAttachment attachment);

    /** Whether the party has uploaded these bytes, so that they satisfy a "documents required". */
    boolean has(PartyId party, Sha256 digest);

    /** The bytes, when the running transaction's party may see them; its own upload before another's. */
    Optional<Attachment> find(Sha256 digest);

    /** When an upload that the running transaction's party may see was erased; empty when none was. */
    Optional<Instant> erased(Sha256 digest);

    /** Lets {@code to} see an upload of {@code owner} from now on; nothing when there is no such upload. */
    void show(PartyId owner, Sha256 digest, PartyId to);

    /**
     * @param name file name as told, at most 200 characters
     * @param contentType media type as told
     */
    record NewAttachment(UUID id, PartyId party, Sha256 digest, byte[] bytes, String name, String contentType, Instant receivedAt) {
    }

    /** An upload with its bytes. */
    record Attachment(UUID id, PartyId party, Sha256 digest, byte[] bytes, String name, String contentType, Instant receivedAt) {
    }
}
