package io.fairway.usecase;

import io.fairway.clearance.Role;
import java.util.Set;

/** Who calls: the authenticated party and what it may be here. */
public record Caller(PartyId party, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public static final Caller HUB = new Caller(PartyId.HUB, Set.of(Role.OPERATOR));
}
