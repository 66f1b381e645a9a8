package io.fairway.boot;

import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.title.ReconcileLedger;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Compares hub and ledger again and again while the ledger is there, so that what came of an outage is known soon after it. */
final class ReconciliationRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRounds.class);

    private final ReconcileLedger reconcile;
    private final LedgerLink link;
    private final Duration every;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ledger-reconcile").daemon().factory());

    ReconciliationRounds(ReconcileLedger reconcile, LedgerLink link, Duration every) {
        this.reconcile = reconcile;
        this.link = link;
        this.every = every;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            if (link.trouble().isEmpty()) {
                link.ledger().ifPresent(reconcile::reconcile);
            }
        } catch (LedgerUnavailableException | UntrustedLedgerException | StoreUnavailableException | DataAccessException | IllegalStateException e) {
            LOG.warn("Hub and ledger are not compared now: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
