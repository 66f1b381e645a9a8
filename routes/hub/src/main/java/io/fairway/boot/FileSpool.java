package io.fairway.boot;

import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.evidence.EvidenceSpool;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Files of one folder, for their owner only; what a killed hub left there is removed at the start. */
final class FileSpool implements EvidenceSpool {
    private static final int RETRY_SECONDS = 2;

    private final Path folder;
    private final Semaphore room;

    /** @param most containers open at once */
    FileSpool(Path folder, int most) throws IOException {
        this.folder = folder;
        room = new Semaphore(most);
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public Spooled open() throws IOException {
        if (!room.tryAcquire()) {
            throw new OverloadedException(RETRY_SECONDS);
        }
        boolean made = false;
        try {
            Spooled spooled = new SpooledFile(Files.createTempFile(folder, "evidence", ".asice"), room);
            made = true;
            return spooled;
        } finally {
            if (!made) {
                room.release();
            }
        }
    }

    private record SpooledFile(Path file, Semaphore room, AtomicBoolean closed) implements Spooled {
        SpooledFile(Path file, Semaphore room) {
            this(file, room, new AtomicBoolean());
        }

        @Override
        public OutputStream out() throws IOException {
            return new BufferedOutputStream(Files.newOutputStream(file));
        }

        @Override
        public InputStream content() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public long length() throws IOException {
            return Files.size(file);
        }

        @Override
        public void close() throws IOException {
            if (closed.compareAndSet(false, true)) {
                room.release();
                Files.deleteIfExists(file);
            }
        }
    }
}
