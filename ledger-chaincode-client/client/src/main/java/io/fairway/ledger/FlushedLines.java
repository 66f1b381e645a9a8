package io.fairway.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file of lines that only grows. Lines are written one after another; those who want them on disk at the same time share one flush. */
final class FlushedLines implements AutoCloseable {
    private final FileChannel file;
    private final Object flushing = new Object();
    private volatile long written;
    private volatile long flushed;

    private FlushedLines(FileChannel file, long written) {
        this.file = file;
        this.written = written;
    }

    /**
     * Opens or begins a file, and shows its whole lines; what was never flushed is cut off.
     *
     * @throws UncheckedIOException if it cannot be read or written
     */
    static FlushedLines open(Path path, Consumer<String> reader) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var whole = whole(Files.readString(path, StandardCharsets.UTF_8));
            whole.lines().forEach(reader);
            file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            return new FlushedLines(file.position(file.size()), file.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a power cut the last line may be torn, and pages that were not written read as zeros; nothing behind either was ever flushed. */
    private static String whole(String content) {
        var zeros = content.indexOf('\0');
        var written = zeros < 0 ? content : content.substring(0, zeros);
        return written.substring(0, written.lastIndexOf('\n') + 1);
    }

    /** Writes a line; it is on disk after the next {@link #flush}. One caller at a time. */
    void append(String line) {
        try {
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            written = file.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when everything written before is on disk: by a flush of its own, or by that of another who came later than the writing. */
    void flush() {
        var mine = written;
        if (flushed >= mine) {
            return;
        }
        synchronized (flushing) {
            if (flushed >= mine) {
                return;
            }
            var all = written;
            try {
                file.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            flushed = all;
        }
    }

    @Override
    public void close() {
        flush();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
