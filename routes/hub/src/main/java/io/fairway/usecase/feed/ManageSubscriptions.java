package io.fairway.usecase.feed;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.ActImpossibleException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A party says where it wants to be told, takes it back, changes the secret, and goes on after trouble. */
public final class ManageSubscriptions {
    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final Feed feed;
    private final Journal journal;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final SubscriptionSettings settings;
    private final Supplier<byte[]> secrets;

    /** @param secrets gives a fresh random secret each time */
    public ManageSubscriptions(Transactions transactions, Subscriptions subscriptions, Feed feed, Journal journal, Identifiers identifiers,
                               InstantSource clock, SubscriptionSettings settings, Supplier<byte[]> secrets) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.feed = feed;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** A subscription with its secret, which is told this once. */
    public record Made(Subscription subscription, byte[] secret) {
    }

    /**
     * @param after place to begin behind; empty for from now on
     * @throws ActImpossibleException when the address cannot be used or the party has as many as it may
     */
    public Made subscribe(Caller caller, URI url, Set<String> kinds, OptionalLong after) {
        requireUsable(url);
        Instant now = clock.instant();
        byte[] secret = secrets.get();
        return transactions.asHub(() -> {
            if (subscriptions.countOf(caller.party()) >= settings.mostPerParty()) {
                throw new ActImpossibleException("TOO_MANY", "A party has at most " + settings.mostPerParty() + " subscriptions.");
            }
            long place = after.orElseGet(() -> feed.newest(Feed.START).getOrDefault(caller.party(), Feed.START));
            var made = new Subscription(identifiers.next(), caller.party(), url, kinds, place, now, caller.signature(), 0, now, Optional.empty());
            subscriptions.add(made, secret);
            note(caller, "subscribed", made.id());
            return new Made(made, secret);
        });
    }

    private void requireUsable(URI url) {
        boolean usable = url.isAbsolute() && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null
                && settings.schemes().contains(url.getScheme()) && url.getPort() < 65_536;
        if (!usable) {
            throw new ActImpossibleException("ADDRESS_UNUSABLE", "Expected an absolute address without user or fragment, by "
                    + String.join(" or ", settings.schemes().stream().sorted().toList()) + ".");
        }
    }

    /** A new secret; the former one signs beside it for some time. Empty when the caller has no such subscription. */
    public Optional<byte[]> replaceSecret(Caller caller, UUID id) {
        byte[] secret = secrets.get();
        Instant formerUntil = clock.instant().plus(settings.formerSecretFor());
        boolean done = noted(caller, "subscription-secret-replaced", id,
                () -> subscriptions.replaceSecret(caller.party(), id, secret, formerUntil));
        return done ? Optional.of(secret) : Optional.empty();
    }

    /** @return whether there was one of the caller's to end */
    public boolean end(Caller caller, UUID id) {
        return noted(caller, "unsubscribed", id, () -> subscriptions.remove(caller.party(), id));
    }

    /**
     * Sends again what was parked, at once.
     *
     * @param after place behind which everything is sent again; empty to leave out what was taken
     * @return whether there was one of the caller's
     */
    public boolean resume(Caller caller, UUID id, OptionalLong after) {
        Instant now = clock.instant();
        return noted(caller, "subscription-resumed", id, () -> after.isPresent()
                ? subscriptions.rewind(caller.party(), id, after.getAsLong(), now) : subscriptions.resume(caller.party(), id, now));
    }

    private boolean noted(Caller caller, String kind, UUID id, Supplier<Boolean> change) {
        return transactions.asHub(() -> {
            boolean done = change.get();
            if (done) {
                note(caller, kind, id);
            }
            return done;
        });
    }

    private void note(Caller caller, String kind, UUID id) {
        journal.append(clock.instant(), caller.party(), kind, id, "{\"by\":\"%s\"}".formatted(caller.signature()));
    }
}
