package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that bears a business number.
 *
 * @param id of the object the number leads to: a case, a port call, an interchange, or a bill or release on the ledger
 * @param kind what the number is there
 * @param consignment the case it belongs to; empty when it speaks of none
 * @param at when the object came to be known
 * @param erasedAt when what it said was erased
 */
public record ArchiveView(UUID id, Kind kind, String number, Optional<UUID> consignment, Instant at, Optional<Instant> erasedAt) {

    /** What a number names. */
    public enum Kind {
        BILL, CONTAINER, SEAL, LRN, ENTRY_NUMBER, CUSTOMS_RECEIPT, DOCUMENT, SHIP, INTERCHANGE, RIGHT
    }
}
