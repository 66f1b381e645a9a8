package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;

/**
 * Asks for a party's standing now: before it submits, before a right is given to it, before the gate lets it through. A vehicle, driver or
 * device stands no better than its organisation. Answers from memory, within seconds of a change anywhere.
 */
@FunctionalInterface
public interface Standings {

    /** The party's standing; {@link Standing#UNKNOWN} for who was never registered. */
    Standing of(PartyId party);

    /** @throws NotInGoodStandingException unless the party may act */
    default void requireActing(PartyId party) {
        Standing standing = of(party);
        if (!standing.mayAct()) {
            throw new NotInGoodStandingException(party, standing);
        }
    }
}
