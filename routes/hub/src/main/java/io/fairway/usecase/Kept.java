package io.fairway.usecase;

import java.time.Instant;

/** What keeping a transmission came to. */
public sealed interface Kept {

    /** Durable now, for the first time. */
    record Fresh(TransmissionId id, Instant receivedAt) implements Kept {
    }

    /** The same key and bytes were kept before: its first answer stands. */
    record Repeated(TransmissionId id, Instant receivedAt) implements Kept {
    }

    /** The same key was used for other bytes: refused. */
    record Conflicting(TransmissionId first) implements Kept {
    }
}
