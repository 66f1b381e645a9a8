package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Registrations as stored. All calls belong to the running transaction; a party's sees its own organisation's only. */
public interface PartyRegistry {

    /** Every registration there is. */
    List<Registered> all();

    /** By id. */
    Slice<Registered> page(Slice.Want want);

    Optional<Registered> find(PartyId id);

    /** Stores a registration. @return whether it is new; an id that is taken changes nothing */
    boolean add(Registered party);

    /** Changes what configuration says of a party; its standing stays. */
    void describe(Registered party);

    /** Decides over a registration. */
    void decide(PartyId id, Registered.Status status, Optional<Instant> validUntil, Decided decided);

    /** @param by party, and person if known @param reason may be empty */
    record Decided(String by, Instant at, String reason) {
    }
}
