package io.fairway.usecase.view;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import java.util.Set;
import java.util.UUID;

/**
 * A person of an organisation, as the identity provider knows it.
 *
 * @param id the provider's id of the account
 * @param name what the person signs in with, and its name in the journal
 * @param roles what the organisation lets it do; the hub gives no more than the organisation itself has
 */
public record MemberView(UUID id, String name, String email, String givenName, String familyName, Caller.Duty duty, Set<Role> roles,
                         State state) {
    public MemberView {
        roles = Set.copyOf(roles);
    }

    /** How far the account is. */
    public enum State {
        /** The invitation was sent and not yet taken up: no password was chosen. */
        INVITED,
        /** May sign in. */
        ACTIVE,
        /** May not sign in. */
        DISABLED
    }

    /** Whether it can administer the organisation today. */
    public boolean administers() {
        return duty == Caller.Duty.ADMINISTRATOR && state == State.ACTIVE;
    }
}
