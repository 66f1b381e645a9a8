package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.GrantView;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What owners let others see. All calls belong to the running transaction. */
public interface Grants {

    /** What the running transaction's party is to a case. */
    Relation relationTo(UUID consignment);

    void add(GrantView grant);

    /** Given and received ones, newest first. */
    Slice<GrantView> page(Slice.Want want);

    Optional<GrantView> find(UUID id);

    /** @return whether there was one of this owner to withdraw */
    boolean withdraw(PartyId owner, UUID id, Instant at);

    /** Who looked because of it, in the order of time. */
    Slice<LookView> looks(UUID grant, Slice.Want want);

    /** What a party is to a case. */
    enum Relation {
        /** Its carrier, or a declarant in it. */
        OWNER,
        /** Sees it, but it is not its own. */
        VISITOR,
        /** Does not see it, if it is there. */
        NONE
    }
}
