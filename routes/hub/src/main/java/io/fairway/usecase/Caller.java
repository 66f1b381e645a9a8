package io.fairway.usecase;

import io.fairway.clearance.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls: the authenticated party and what it may be here.
 *
 * @param person whom the issuer names within the party; empty for a system or a device
 * @param duty what the person is in its organisation
 */
public record Caller(PartyId party, Set<Role> roles, Optional<String> person, Duty duty) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public static final Caller HUB = new Caller(PartyId.HUB, Set.of(Role.OPERATOR));

    /** What a person is in its organisation. */
    public enum Duty {
        MEMBER, ADMINISTRATOR
    }

    /** A system of the party. */
    public Caller(PartyId party, Set<Role> roles) {
        this(party, roles, Optional.empty(), Duty.MEMBER);
    }

    /** Party, and person if known, for the record: {@code HUBLINE/anna}. */
    public String signature() {
        return person.map(name -> party + "/" + name).orElseGet(party::value);
    }
}
