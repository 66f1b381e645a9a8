package io.fairway.web;

import io.fairway.signing.Suite;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.evidence.HubKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether the hub can seal and have timestamps: {@code AT_RISK} when a certificate of its own ends within 30 days, no
 * authority gives timestamps, or one that is to be asked does not say whether a certificate of the hub is revoked.
 */
public final class SigningHealth implements HealthIndicator {
    private static final Duration SOON = Duration.ofDays(30);

    private final HubKeys keys;
    private final EvidenceTimes times;
    private final InstantSource clock;

    public SigningHealth(HubKeys keys, EvidenceTimes times, InstantSource clock) {
        this.keys = keys;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Map<Suite, Duration> remaining = keys.remaining(clock.instant());
        boolean ending = remaining.values().stream().anyMatch(left -> left.compareTo(SOON) < 0);
        boolean unanswered = !keys.unanswered().isEmpty();
        Health.Builder health = ending || unanswered || !times.isAnswering() ? Health.status(WorkHealth.AT_RISK) : Health.up();
        if (ending) {
            health.withDetail("promise", "P18: a sealing certificate of the hub has ended or ends within 30 days; what it should seal is parked");
        }
        if (unanswered) {
            health.withDetail("revocation", "P9: nobody says whether a certificate of the hub is revoked; level LT is not reached");
        }
        if (!times.isAnswering()) {
            health.withDetail("timestamps", "P9: no timestamp authority answers; new work that needs evidence is refused");
        }
        remaining.forEach((suite, left) -> health.withDetail(suite.name(), left.toDays() + " days"));
        return health.withDetail("silentSeconds", times.silence().toSeconds()).build();
    }
}
