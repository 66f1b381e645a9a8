package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.GrantView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** An owner lets a named party see a named case until a time, and takes it back. Only an owner may: a visitor cannot pass on what it sees. */
public final class GrantSight {
    private final Transactions transactions;
    private final Grants grants;
    private final Parties parties;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public GrantSight(Transactions transactions, Grants grants, Parties parties, Journal journal, Identifiers identifiers, InstantSource clock) {
        this.transactions = transactions;
        this.grants = grants;
        this.parties = parties;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What is to be granted. @param declarations the owner's own declarations too */
    public record Wish(PartyId party, UUID consignment, boolean declarations, Instant validUntil) {
    }

    /**
     * Lets the party see the case from now on.
     *
     * @return empty when the caller sees no such case
     * @throws NotEntitledException when the case is not the caller's own
     * @throws ActImpossibleException when the party or the time cannot be used
     */
    public Optional<GrantView> grant(Caller caller, Wish wish) {
        Instant now = clock.instant();
        if (!wish.validUntil().isAfter(now)) {
            throw new ActImpossibleException("TIME_PAST", "Expected validUntil in the future.");
        }
        if (parties.find(wish.party()).isEmpty() || wish.party().equals(caller.party())) {
            throw new ActImpossibleException("PARTY_UNKNOWN", "Expected another registered party.");
        }
        var grant = new GrantView(identifiers.next(), caller.party().value(), wish.party().value(), wish.consignment(), wish.declarations(),
                wish.validUntil(), now, caller.signature(), Optional.empty());
        return transactions.asParty(caller.party(), () -> switch (grants.relationTo(wish.consignment())) {
            case NONE -> Optional.<GrantView>empty();
            case VISITOR -> throw new NotEntitledException("The case is not yours to show.");
            case OWNER -> {
                grants.add(grant);
                journal.append(now, caller.party(), "sight-granted", grant.id(), "{\"party\":\"%s\",\"consignment\":\"%s\"}"
                        .formatted(grant.party(), grant.consignment()));
                yield Optional.of(grant);
            }
        });
    }

    /** Takes it back at once. @return whether there was one of the caller's to take back */
    public boolean withdraw(Caller caller, UUID id) {
        Instant now = clock.instant();
        return transactions.asParty(caller.party(), () -> {
            boolean withdrawn = grants.withdraw(caller.party(), id, now);
            if (withdrawn) {
                journal.append(now, caller.party(), "sight-withdrawn", id, "{}");
            }
            return withdrawn;
        });
    }
}
