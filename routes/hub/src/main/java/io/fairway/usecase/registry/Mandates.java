package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.MandateView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who may act for whom. All calls belong to the running transaction. */
public interface Mandates {

    void add(MandateView mandate);

    /** Those the running transaction's party may see, newest first. */
    Slice<MandateView> page(Slice.Want want);

    Optional<MandateView> find(UUID id);

    /** @return whether there was one of this principal to withdraw */
    boolean withdraw(PartyId principal, UUID id, Instant at);

    /** Whether there ever was one between the two. */
    boolean isKnown(PartyId principal, PartyId agent);

    /** For whom the agent may act at this time. */
    Set<String> principalsOf(PartyId agent, Instant at);
}
