package io.fairway.boot;

import io.fairway.usecase.ApplyLedgerNews;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.anchor.AnchorDigests;
import io.fairway.usecase.title.AttestFacts;
import io.fairway.usecase.title.RedeemReleases;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Looks again and again whether the ledger told something that concerns a case, whether a gate-out is to be redeemed or a fact to be
 * attested, and whether digests are to be anchored. Looks five times as often for a second after there was something to do: the next batch of
 * digests can go once the one before stands.
 */
final class LedgerErrands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerErrands.class);
    private static final int TICK_MILLIS = 100;
    private static final int EAGER_TICKS = 10;
    private static final int RESTING_TICKS = 4;

    private final ApplyLedgerNews news;
    private final RedeemReleases redemptions;
    private final AnchorDigests anchors;
    private final AttestFacts attestations;
    private final Runnable wake;
    private int eager;
    private int resting;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ledger-errands").daemon().factory());

    LedgerErrands(ApplyLedgerNews news, RedeemReleases redemptions, AnchorDigests anchors, AttestFacts attestations, Runnable wake) {
        this.news = news;
        this.redemptions = redemptions;
        this.anchors = anchors;
        this.attestations = attestations;
        this.wake = wake;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        if (resting > 0) {
            resting--;
            return;
        }
        eager = round() > 0 ? EAGER_TICKS : eager - 1;
        if (eager <= 0) {
            eager = 0;
            resting = RESTING_TICKS;
        }
    }

    private int round() {
        try {
            news.applyPending();
            int done = redemptions.redeemPending() + attestations.attestPending() + anchors.anchor();
            if (done > 0) {
                wake.run();
            }
            return done;
        } catch (StoreUnavailableException | DataAccessException | IllegalStateException e) {
            LOG.warn("Errands of the ledger wait: {}", e.toString());
            return 0;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
