package io.fairway.usecase;

import java.time.Instant;
import java.util.UUID;

/** The append-only record of what happened; written in the transaction of what it records. */
public interface Journal {

    /**
     * @param kind what happened, for example {@code fact-applied}
     * @param subject id of what it happened to
     * @param detail one line of JSON without personal or commercial values
     */
    void append(Instant at, PartyId party, String kind, UUID subject, String detail);
}
