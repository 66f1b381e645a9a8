package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.MemberView;
import io.fairway.usecase.view.Slice;
import java.util.Optional;
import java.util.UUID;

/**
 * The persons of organisations, where the identity provider keeps them. Everything is asked of the provider at the moment, nothing is
 * remembered. No call reaches beyond the organisation that it names: another one's person is answered like nobody.
 *
 * <p>Every call may throw {@link PeopleUnavailableException}, after which the same call again brings about what was wanted, whatever of it
 * had been done; and {@link PeopleElsewhereException} where the provider has no persons that the hub could administer.
 */
public interface People {

    /** Whether the person, by the name in its token, is in the organisation now, may sign in, and administers it. */
    boolean administers(PartyId organisation, String person);

    /** Whether anybody can administer the organisation now; not when the provider does not know it. */
    boolean hasAdministrator(PartyId organisation);

    /** Those of the organisation, by name. */
    Slice<MemberView> page(PartyId organisation, Slice.Want want);

    /** One of them. */
    Optional<MemberView> find(PartyId organisation, UUID id);

    /**
     * Makes the account, puts it into the organisation and has the invitation sent; who is invited already is sent it again, and who took
     * it up stays as it is.
     *
     * @throws ActImpossibleException when the provider does not know the organisation, the name is taken, or there are too many
     */
    MemberView invite(PartyId organisation, Invitation invitation);

    /** Like {@link #invite}, and makes the organisation known to the provider before. */
    MemberView found(PartyId organisation, Invitation first);

    /**
     * Ends the person's sessions and its membership, and the account when it was of this organisation only.
     *
     * @return whether there was such a person
     * @throws ActImpossibleException when nobody would be left who can administer the organisation
     */
    boolean remove(PartyId organisation, UUID id);
}
