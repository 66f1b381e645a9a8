package io.fairway.web;

import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.view.LedgerStateView;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Which ledger it is, whether it answers, and whether the hub agrees with it. The hub works without it; acts wait and are told as pending. */
public final class LedgerHealth implements HealthIndicator {
    private final LedgerState state;

    public LedgerHealth(LedgerState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        try {
            LedgerStateView now = state.now();
            Health.Builder health = now.trouble().map(why -> Health.status(WorkHealth.AT_RISK).withDetail("trouble", why)
                    .withDetail("promise", "P7: acts are kept and wait for the ledger")).orElseGet(Health::up);
            if (!now.differences().isEmpty()) {
                health = Health.status(WorkHealth.AT_RISK).withDetail("promise", "P7: hub and ledger differ");
            }
            return health.withDetail("ledger", now.network()).withDetail("pending", now.pending()).withDetail("unanchored", now.unanchored())
                    .withDetail("differences", now.differences().size()).build();
        } catch (StoreUnavailableException e) {
            return Health.unknown().withDetail("cause", "The database cannot be asked").build();
        }
    }
}
