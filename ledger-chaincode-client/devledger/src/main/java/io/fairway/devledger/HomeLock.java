package io.fairway.devledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One development ledger per folder: the second is refused. The lock ends with the process. */
record HomeLock(FileChannel channel) implements Closeable {
    static HomeLock take(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("Another process runs a development ledger in " + folder);
            }
            return new HomeLock(channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("This process runs a development ledger in " + folder + " already", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
