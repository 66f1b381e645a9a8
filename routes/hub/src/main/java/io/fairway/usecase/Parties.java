package io.fairway.usecase;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import java.util.List;
import java.util.Optional;

/** The registered parties. */
public interface Parties {

    Optional<PartyRecord> find(PartyId id);

    /** The party that documents name by this code. */
    Optional<PartyRecord> byCode(String code);

    List<PartyRecord> withRole(Role role, Environment environment);
}
