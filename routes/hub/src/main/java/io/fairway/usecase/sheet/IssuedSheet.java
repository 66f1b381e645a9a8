package io.fairway.usecase.sheet;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Digests;
import io.fairway.usecase.title.RightKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sheet as it was handed out.
 *
 * @param id       its number, and where its QR code leads
 * @param right    of which bill or release
 * @param version  of that right, as printed
 * @param issuedAt when it was sealed
 * @param pdf      the sealed document, the same bytes each time; empty when it is erased
 * @param erasedAt when it was erased with its case
 */
public record IssuedSheet(UUID id, UUID right, RightKind kind, long version, Instant issuedAt, byte[] pdf, Optional<Instant> erasedAt) {

    /** By which it is recognised as a file. */
    public Sha256 digest() {
        return Digests.of(pdf);
    }

    /**
     * What anybody may know of a sheet who holds it.
     *
     * @param kind     of what it is a sheet
     * @param issuedAt when it was sealed
     */
    public record Known(RightKind kind, Instant issuedAt) {
    }
}
