package io.fairway.bench.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How often a second this machine can put 8 KB on its disk for good, one after the other. */
final class FlushRate {
    private static final int BYTES = 8_192;

    private FlushRate() {
    }

    static double measure(Path folder, Duration window) throws IOException {
        var file = folder.resolve("flushes");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocate(BYTES);
            int flushes = 0;
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < window.toNanos()) {
                channel.write(page.clear(), 0);
                channel.force(false);
                flushes++;
            }
            return flushes / ((System.nanoTime() - begin) / 1e9);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
