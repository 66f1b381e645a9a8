package io.fairway.boot;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Attachments;
import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Uploads in memory, shown to everybody. */
final class MemoryAttachments implements Attachments {
    private final Map<Sha256, Attachment> kept = new ConcurrentHashMap<>();

    @Override
    public UUID add(NewAttachment added) {
        return kept.computeIfAbsent(added.digest(), digest -> new Attachment(added.id(), added.party(), digest, added.bytes(), added.name(),
                added.contentType(), added.receivedAt())).id();
    }

    @Override
    public boolean has(PartyId party, Sha256 digest) {
        return kept.containsKey(digest);
    }

    @Override
    public Optional<Attachment> find(Sha256 digest) {
        return Optional.ofNullable(kept.get(digest));
    }

    @Override
    public Optional<Instant> erased(Sha256 digest) {
        return Optional.empty();
    }

    @Override
    public void show(PartyId owner, Sha256 digest, PartyId to) {
        throw new AssertionError("Nobody is shown anything");
    }
}
