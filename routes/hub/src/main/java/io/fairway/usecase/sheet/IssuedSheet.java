package io.fairway.usecase.sheet;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Digests;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sheet as it was handed out.
 *
 * @param id       its number, and where its QR code leads
 * @param issuedAt when it was sealed
 * @param pdf      the sealed document, the same bytes each time; empty when it is erased
 * @param erasedAt when it was erased with what it is about
 */
public record IssuedSheet(UUID id, SheetKey key, Instant issuedAt, byte[] pdf, Optional<Instant> erasedAt) {

    /** By which it is recognised as a file. */
    public Sha256 digest() {
        return Digests.of(pdf);
    }

    /**
     * What anybody may know of a sheet who holds it.
     *
     * @param issuedAt when it was sealed
     */
    public record Known(SheetKind kind, Instant issuedAt) {
    }
}
