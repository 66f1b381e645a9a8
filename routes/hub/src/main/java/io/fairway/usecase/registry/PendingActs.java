package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Acts that wait for a second person. All calls belong to the running transaction. */
public interface PendingActs {

    void add(PendingAct act);

    /** Those the running transaction's party may see, newest first. */
    Slice<PendingAct> page(Slice.Want want);

    Optional<PendingAct> find(UUID id);

    /** Those of this kind and subject that still wait, of whom the running transaction's party may see, oldest first. */
    List<PendingAct> waiting(String kind, String subject);

    /** An act of this organisation that still waits, locked for the running transaction. */
    Optional<PendingAct> lockWaiting(PartyId organisation, UUID id);

    /** Concludes it; the store refuses that who asked confirms. */
    void answer(UUID id, PendingAct.State state, String by, Instant at);
}
