package io.fairway.boot;

import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.registry.TellKeyAlarms;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads again every two seconds what other hubs may have changed in the registry, and tells every minute which keys end soon. */
final class RegistryUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryUpkeep.class);
    private static final int REFRESH_SECONDS = 2;
    private static final int ALARM_SECONDS = 60;

    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("registry-upkeep").daemon().factory());

    private RegistryUpkeep() {
    }

    static RegistryUpkeep start(RegisteredParties parties, EnrolledKeys keys, TellKeyAlarms alarms) {
        var upkeep = new RegistryUpkeep();
        keys.refresh();
        upkeep.every(REFRESH_SECONDS, () -> {
            parties.refresh();
            keys.refresh();
        });
        upkeep.every(ALARM_SECONDS, alarms::tell);
        return upkeep;
    }

    /** A database that is away is noticed elsewhere; what is known goes on meanwhile. */
    private void every(int seconds, Runnable work) {
        schedule.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (StoreUnavailableException e) {
                LOG.debug("The registry could not be read: {}", e.getMessage());
            }
        }, seconds, seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
