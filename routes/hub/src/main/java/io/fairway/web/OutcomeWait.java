package io.fairway.web;

import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.view.TransmissionView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until a transmission is settled by looking at its row: first after 50 ms, then less and less often, up to once in half a
 * second. Whoever waits holds no connection and no lock meanwhile.
 */
public final class OutcomeWait {
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration RAREST_LOOK = Duration.ofMillis(500);

    private final ExchangeQueries exchanges;
    private final InstantSource clock;

    public OutcomeWait(ExchangeQueries exchanges, InstantSource clock) {
        this.exchanges = exchanges;
        this.clock = clock;
    }

    /** How the transmission stands when it is settled, or when the time is up. */
    public TransmissionView await(Caller caller, UUID id, Duration most) {
        Instant end = clock.instant().plus(most);
        Duration pause = FIRST_LOOK;
        while (clock.instant().isBefore(end) && !isSettled(caller, id)) {
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(RAREST_LOOK) > 0 ? RAREST_LOOK : pause;
        }
        return exchanges.transmission(caller, id).orElseThrow(
                () -> new IllegalStateException("Transmission " + id + " was acknowledged and is not there"));
    }

    private boolean isSettled(Caller caller, UUID id) {
        return exchanges.state(caller, id).filter(TransmissionView.State::isFinal).isPresent();
    }
}
