package io.fairway.web;

import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.StoreUnavailableException;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether the database can be written to, by writing. Without it nothing can be kept, so the hub is not ready (P1). */
public final class StoreHealth implements HealthIndicator {
    private final OperationQueries operations;

    public StoreHealth(OperationQueries operations) {
        this.operations = operations;
    }

    @Override
    public Health health() {
        try {
            operations.probeWriting();
            return Health.up().build();
        } catch (StoreUnavailableException e) {
            return Health.down(e).withDetail("promise", "P1: nothing can be kept, so nothing is acknowledged").build();
        }
    }
}
