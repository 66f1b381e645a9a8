package io.fairway.flow;

import io.fairway.usecase.Transactions;
import io.fairway.usecase.feed.Feed;
import io.fairway.usecase.feed.FeedWatch;
import org.apache.camel.Handler;

/** Carries committed events into the feeds and wakes who waits for them. */
public final class CarryFeed {
    private static final int EVENTS_AT_ONCE = 500;

    private final Transactions transactions;
    private final Feed feed;
    private final FeedWatch watch;

    public CarryFeed(Transactions transactions, Feed feed, FeedWatch watch) {
        this.transactions = transactions;
        this.feed = feed;
        this.watch = watch;
    }

    /** Until nothing is left. */
    @Handler
    public void carry() {
        boolean more = transactions.asHub(() -> feed.advance(EVENTS_AT_ONCE));
        while (more) {
            more = transactions.asHub(() -> feed.advance(EVENTS_AT_ONCE));
        }
        watch.refresh();
    }
}
