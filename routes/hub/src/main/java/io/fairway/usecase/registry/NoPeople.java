package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.MemberView;
import io.fairway.usecase.view.Slice;
import java.util.Optional;
import java.util.UUID;

/**
 * Where there are no persons to administer.
 *
 * @param why one sentence for the caller
 */
public record NoPeople(String why) implements People {

    @Override
    public boolean administers(PartyId organisation, String person) {
        throw new PeopleElsewhereException(why);
    }

    @Override
    public boolean hasAdministrator(PartyId organisation) {
        throw new PeopleElsewhereException(why);
    }

    @Override
    public Slice<MemberView> page(PartyId organisation, Slice.Want want) {
        throw new PeopleElsewhereException(why);
    }

    @Override
    public Optional<MemberView> find(PartyId organisation, UUID id) {
        throw new PeopleElsewhereException(why);
    }

    @Override
    public MemberView invite(PartyId organisation, Invitation invitation) {
        throw new PeopleElsewhereException(why);
    }

    @Override
    public MemberView found(PartyId organisation, Invitation first) {
        throw new PeopleElsewhereException(why);
    }

    @Override
    public boolean remove(PartyId organisation, UUID id) {
        throw new PeopleElsewhereException(why);
    }
}
