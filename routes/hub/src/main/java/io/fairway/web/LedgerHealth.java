package io.fairway.web;

import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.title.LedgerStanding;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Which ledger it is and whether it answers. The hub works without it; acts wait and are told as pending. */
public final class LedgerHealth implements HealthIndicator {
    private final LedgerStanding standing;

    public LedgerHealth(LedgerStanding standing) {
        this.standing = standing;
    }

    @Override
    public Health health() {
        try {
            Health.Builder health = standing.trouble().map(why -> Health.status(WorkHealth.AT_RISK).withDetail("trouble", why)
                    .withDetail("promise", "P7: acts are kept and wait for the ledger")).orElseGet(Health::up);
            return health.withDetail("ledger", standing.network()).withDetail("pending", standing.pending()).build();
        } catch (StoreUnavailableException e) {
            return Health.unknown().withDetail("cause", "The database cannot be asked").build();
        }
    }
}
