package io.fairway.usecase;

import java.time.Instant;
import java.util.Optional;

/** To whom bills are pledged, as the ledger told: a pledgee sees the case of its bill while the pledge stands. */
public interface Pledges {

    /**
     * Notes who is the pledgee of a bill from now on; who was it before is it no longer. Belongs to the running transaction; the same said twice
     * changes nothing.
     *
     * @param subject the bill's record on the ledger
     * @param pledgee empty when the bill is pledged to nobody, or has ended
     */
    void settle(String subject, ConsignmentId consignment, Optional<PartyId> pledgee, Instant at);
}
