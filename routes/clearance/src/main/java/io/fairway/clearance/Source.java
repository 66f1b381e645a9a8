package io.fairway.clearance;

import java.time.Instant;
import java.util.Set;

/**
 * Who said something, and how the hub heard it.
 *
 * @param sender the authenticated sender's party id
 * @param roles what that party is in the port
 * @param interchange reference of the interchange; empty when it was not a message
 * @param message reference of the message in it; empty likewise
 * @param receivedAt when the hub kept it
 * @param actsFor party ids of the carriers it is appointed agent of; needed by role {@link Role#AGENT} only
 */
public record Source(String sender, Set<Role> roles, String interchange, String message, Instant receivedAt, Set<String> actsFor) {
    public Source {
        roles = Set.copyOf(roles);
        actsFor = Set.copyOf(actsFor);
    }

    /** A party that speaks for itself only. */
    public Source(String sender, Set<Role> roles, String interchange, String message, Instant receivedAt) {
        this(sender, roles, interchange, message, receivedAt, Set.of());
    }

    boolean is(Role role) {
        return roles.contains(role);
    }
}
