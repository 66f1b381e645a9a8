package io.fairway.web;

import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.view.BacklogView;
import io.fairway.usecase.view.OverdueView;
import io.fairway.usecase.view.Slice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether the work goes on: {@code AT_RISK} while something is overdue or parked. The hub is ready all the same. */
public final class WorkHealth implements HealthIndicator {
    /** Serving, with a promise at risk. */
    public static final String AT_RISK = "AT_RISK";
    private static final int NAMED = 10;

    private final OperationQueries operations;
    private final Duration overdueAfter;
    private final InstantSource clock;

    public WorkHealth(OperationQueries operations, WebSettings settings, InstantSource clock) {
        this.operations = operations;
        this.overdueAfter = settings.overdueAfter();
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            BacklogView backlog = operations.backlog();
            List<OverdueView> overdue = operations.overdue(clock.instant(), overdueAfter, new Slice.Want(NAMED, Optional.empty())).items();
            Health.Builder health = overdue.isEmpty() ? Health.up() : Health.status(AT_RISK)
                    .withDetail("promise", "P2: something waits longer than its limit or was parked; see /api/operations/overdue");
            return health.withDetail("transmissions", backlog.transmissions()).withDetail("facts", backlog.facts())
                    .withDetail("outbound", backlog.outbound()).withDetail("overdue", overdue.size() == NAMED ? NAMED + " or more" : overdue.size())
                    .build();
        } catch (StoreUnavailableException e) {
            return Health.unknown().withDetail("cause", "The database cannot be asked").build();
        }
    }
}
