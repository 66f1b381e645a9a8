package io.fairway.store.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps two hubs from using one {@code FAIRWAY_HOME}. The operating system holds the lock, so that it ends with the process however
 * that ends.
 */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the folder when it is not there, and takes its lock.
     *
     * @throws EmbeddedStartException when another hub has it, or the folder cannot be written
     */
    public static HomeLock acquire(Path home) {
        Path file = home.resolve("hub.lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(file, CREATE, WRITE);
            if (tryLock(channel).isPresent()) {
                return new HomeLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedStartException("FAIRWAY_HOME " + home + " cannot be used: " + e, e);
        }
        throw new EmbeddedStartException("Another hub is running on FAIRWAY_HOME " + home
                + ": stop it, or give this one a folder of its own.");
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldInThisProcess) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
