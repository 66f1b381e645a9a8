package io.fairway.web;

import io.fairway.usecase.registry.EnrolledKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether enrolled keys of parties end soon: {@code AT_RISK} in the last seven days of one that nobody replaced. */
public final class KeyHealth implements HealthIndicator {
    private static final Duration SOON = Duration.ofDays(7);

    private final EnrolledKeys keys;
    private final InstantSource clock;

    public KeyHealth(EnrolledKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant limit = clock.instant().plus(SOON);
        long ending = keys.standing().stream().filter(key -> key.validUntil().isBefore(limit)).count();
        Health.Builder health = ending == 0 ? Health.up() : Health.status(WorkHealth.AT_RISK)
                .withDetail("promise", "P18: keys of parties end within seven days; see /api/alarms");
        return health.withDetail("ending", ending).build();
    }
}
