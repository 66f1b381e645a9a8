package io.fairway.usecase.title;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.ActView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed intents on their way to the ledger, and what became of them. All calls belong to the running transaction. */
public interface Acts {

    /** Stores an act; one with the same actor and event that is there already stays as it is. */
    void add(NewAct act);

    /** The act with this event, if the running party may see it. */
    Optional<Stored> byEvent(String actor, String event);

    /** An act, if the running party may see it. */
    Optional<ActView> find(UUID id);

    /** The proof that it stands on the ledger; empty while it does not. */
    Optional<byte[]> receipt(UUID id);

    /** Notes what a commitment stands for. */
    void explain(String digest, String kind, String value);

    /** The party is reached under this handle. */
    void reach(String contact, PartyId party);

    /** Whether the party is reached under this handle. */
    boolean isReached(String contact, PartyId party);

    /**
     * A signed intent.
     *
     * @param lane subject; acts on one subject go one after another
     * @param quantity what the intent's commitment {@code quantity} stands for
     */
    record NewAct(UUID id, PartyId party, String actor, String event, String lane, String action, String intent, List<String> signatures,
                  Optional<Quantity> quantity, Instant createdAt) {
        public NewAct {
            signatures = List.copyOf(signatures);
        }
    }

    /** What was stored under an event. */
    record Stored(ActView view, String intent) {
    }
}
