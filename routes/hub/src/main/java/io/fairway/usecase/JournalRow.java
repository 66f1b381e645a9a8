package io.fairway.usecase;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the journal as it was written.
 *
 * @param position of the row in the table; rises, with gaps
 * @param detail exactly as written
 */
public record JournalRow(long position, Instant at, String party, String kind, UUID subject, String detail) {
}
