package io.fairway.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Called by the instrumented step inside the hub under test: the chosen call leaves a file as a sign and goes no further, so that the
 * kill that follows finds it exactly there.
 */
public final class HaltPoint {
    private static volatile Path sign = Path.of("");
    private static final AtomicInteger CALLS_LEFT = new AtomicInteger(Integer.MAX_VALUE);

    private HaltPoint() {
    }

    static void arm(Path signFile, int call) {
        sign = signFile;
        CALLS_LEFT.set(call);
    }

    public static void reached() {
        if (CALLS_LEFT.decrementAndGet() != 0) {
            return;
        }
        try {
            Files.createFile(sign);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stay();
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException theHubStops) {
            stay();
        }
    }
}
