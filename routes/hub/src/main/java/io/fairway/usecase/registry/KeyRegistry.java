package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Enrolled keys as stored. All calls belong to the running transaction. */
public interface KeyRegistry {

    /** @return whether it is new; a key that somebody enrolled before changes nothing */
    boolean add(EnrolledKey key);

    /** Every key that is not revoked. */
    List<EnrolledKey> standing();

    /** @return whether there was such a key of this party that was not revoked */
    boolean revoke(PartyId party, UUID id, Instant at);

    /** Takes note that an alarm was told. @return whether it is told for the first time */
    boolean tellOnce(UUID key, int days, Instant at);
}
