package io.fairway.usecase.feed;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.feed.Feed.Placed;
import io.fairway.usecase.feed.Subscriptions.Destination;
import io.fairway.usecase.feed.Subscriptions.NewNotice;
import io.fairway.usecase.registry.Standings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells subscribers: makes notices of what is new in their feeds, and sends each until it is taken or parked. What was made is sent as the
 * same bytes; what the party may not see any more when a notice is made is left out.
 */
public final class NotifySubscribers {
    private static final int EVENTS_AT_ONCE = 200;

    private final Transactions transactions;
    private final Feed feed;
    private final Subscriptions subscriptions;
    private final Parties parties;
    private final Standings standings;
    private final NoticeBodies bodies;
    private final Webhooks webhooks;
    private final Terms terms;

    /** What it works by. */
    public record Terms(SubscriptionSettings settings, Identifiers identifiers, InstantSource clock) {
    }

    public NotifySubscribers(Transactions transactions, Feed feed, Subscriptions subscriptions, Parties parties, Standings standings,
                             NoticeBodies bodies, Webhooks webhooks, Terms terms) {
        this.transactions = transactions;
        this.feed = feed;
        this.subscriptions = subscriptions;
        this.parties = parties;
        this.standings = standings;
        this.bodies = bodies;
        this.webhooks = webhooks;
        this.terms = terms;
    }

    /** Makes notices for who is behind. */
    public void makeNotices() {
        transactions.asHub(() -> subscriptions.behind(terms.settings().mostWaiting())).forEach(this::makeNotices);
    }

    private void makeNotices(Subscription subscription) {
        Optional<Caller> reader = readerOf(subscription);
        if (reader.isEmpty()) {
            return;
        }
        List<Placed> events = transactions.asParty(subscription.party(),
                () -> feed.read(reader.get(), subscription.place(), Set.of(), EVENTS_AT_ONCE));
        long upTo = events.isEmpty() ? newestOf(subscription) : events.getLast().place();
        List<NewNotice> notices = events.stream().filter(placed -> wants(subscription, placed))
                .map(placed -> new NewNotice(terms.identifiers().next(), placed.place(), placed.event().consignment(), placed.event().id(),
                        bodies.of(placed.event())))
                .toList();
        transactions.asHub(() -> subscriptions.advance(subscription, upTo, notices, terms.clock().instant()));
    }

    /** Everything up to there is out of its sight. */
    private long newestOf(Subscription subscription) {
        return transactions.asHub(() -> feed.newest(subscription.place()).getOrDefault(subscription.party(), subscription.place()));
    }

    private static boolean wants(Subscription subscription, Placed placed) {
        return subscription.kinds().isEmpty() || subscription.kinds().contains(placed.event().entry().event());
    }

    private Optional<Caller> readerOf(Subscription subscription) {
        return parties.find(subscription.party()).filter(party -> standings.of(party.id()).mayRead())
                .map(party -> new Caller(party.id(), party.roles()));
    }

    /** Subscriptions with something to send now. */
    public List<UUID> due() {
        return transactions.asHub(() -> subscriptions.due(terms.clock().instant()));
    }

    /** Takes what is due of one; at most one per consignment, the oldest. */
    public List<Notice> lease(UUID subscription) {
        SubscriptionSettings settings = terms.settings();
        return transactions.asHub(() -> subscriptions.lease(subscription, terms.clock().instant(), settings.lease(), settings.batch()));
    }

    /** Sends one once and records what came of it. */
    public void send(Notice notice) {
        Optional<Destination> destination = transactions.asHub(() -> subscriptions.destination(notice.subscription(), terms.clock().instant()));
        destination.ifPresent(address -> record(notice, address, webhooks.send(address, notice, terms.clock().instant())));
    }

    private void record(Notice notice, Destination address, Webhooks.Answer answer) {
        Instant now = terms.clock().instant();
        SubscriptionSettings settings = terms.settings();
        transactions.asHub(() -> {
            switch (answer) {
                case Webhooks.Answer.Taken() -> subscriptions.delivered(notice, now);
                case Webhooks.Answer.NotTaken(String cause) -> {
                    Instant rest = now.plus(settings.pauseAfter(address.failures()));
                    if (notice.attempts() > 0 && now.isAfter(notice.firstAttempt().plus(settings.giveUpAfter()))) {
                        subscriptions.park(notice, cause, now, rest);
                    } else {
                        subscriptions.failed(notice, cause, rest);
                    }
                }
            }
            return notice;
        });
    }
}
