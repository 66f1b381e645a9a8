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
 * attested, and whether digests are to be anchored.
 */
final class LedgerErrands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerErrands.class);
    private static final int EVERY_MILLIS = 500;

    private final ApplyLedgerNews news;
    private final RedeemReleases redemptions;
    private final AnchorDigests anchors;
    private final AttestFacts attestations;
    private final Runnable wake;
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
        timer.scheduleWithFixedDelay(this::round, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            news.applyPending();
            if (redemptions.redeemPending() + attestations.attestPending() + anchors.anchor() > 0) {
                wake.run();
            }
        } catch (StoreUnavailableException | DataAccessException | IllegalStateException e) {
            LOG.warn("Errands of the ledger wait: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
