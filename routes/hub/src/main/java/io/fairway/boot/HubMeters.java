package io.fairway.boot;

import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.view.BacklogView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The hub's work as gauges: how much waits in which state, and how old the oldest is. Asks the database at most every two seconds. */
final class HubMeters implements MeterBinder {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final OperationQueries operations;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant askedAt = Instant.EPOCH;
    private Optional<BacklogView> known = Optional.empty();

    HubMeters(OperationQueries operations, InstantSource clock) {
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        amounts(registry, "fairway.transmissions", List.of("RECEIVED", "PARKED"), BacklogView::transmissions);
        amounts(registry, "fairway.facts", List.of("UNRESOLVED", "PENDING", "PARKED"), BacklogView::facts);
        amounts(registry, "fairway.outbound", List.of("PENDING", "LEASED", "PARKED"), BacklogView::outbound);
        age(registry, "transmission", BacklogView::oldestTransmission);
        age(registry, "fact", BacklogView::oldestFact);
        age(registry, "outbound", BacklogView::oldestOutbound);
    }

    private void amounts(MeterRegistry registry, String name, List<String> states, Function<BacklogView, Map<String, Long>> part) {
        for (String state : states) {
            Gauge.builder(name, this, meters -> meters.value(backlog -> part.apply(backlog).getOrDefault(state, 0L)))
                    .tag("state", state.toLowerCase(Locale.ROOT)).register(registry);
        }
    }

    private void age(MeterRegistry registry, String what, Function<BacklogView, Optional<Instant>> oldest) {
        Gauge.builder("fairway.oldest.waiting", this, meters -> meters.value(backlog -> oldest.apply(backlog)
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0).orElse(0.0)))
                .baseUnit("seconds").tag("of", what).register(registry);
    }

    /** Not a number while the database cannot be asked: a gauge that stays would lie. */
    private double value(Function<BacklogView, ? extends Number> part) {
        return backlog().map(part).map(Number::doubleValue).orElse(Double.NaN);
    }

    private Optional<BacklogView> backlog() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (askedAt.plus(FRESH).isBefore(now)) {
                askedAt = now;
                known = ask();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Optional<BacklogView> ask() {
        try {
            return Optional.of(operations.backlog());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }
}
