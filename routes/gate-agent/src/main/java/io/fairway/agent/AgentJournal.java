package io.fairway.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The agent's own disk: lines that are flushed before anybody is answered, each with a checksum. A line that a crash tore is cut off at
 * the next start; it was never answered.
 */
public final class AgentJournal implements AutoCloseable {
    private final FileChannel file;
    private final List<Entry> found;

    /** What a line says. @param text one line */
    public record Entry(Kind kind, String text) {
    }

    /** Kinds of lines. */
    public enum Kind {
        /** A reading that was taken. */
        READING,
        /** A device that gives heartbeats began to, or gives them otherwise than before. */
        DEVICE,
        /** A decision that was made. */
        DECISION,
        /** News of the hub, as signed. */
        NEWS,
        /** A decision that the hub has. */
        DELIVERED
    }

    private AgentJournal(FileChannel file, List<Entry> found) {
        this.file = file;
        this.found = found;
    }

    /** Opens the file, made when absent, and reads what is in it. */
    public static AgentJournal open(Path path) throws IOException {
        List<Entry> found = new ArrayList<>();
        long sound = 0;
        if (Files.exists(path)) {
            byte[] bytes = Files.readAllBytes(path);
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                    if (!isSound(line)) {
                        break;
                    }
                    found.add(entry(line));
                    start = i + 1;
                    sound = start;
                }
            }
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(sound);
        file.position(sound);
        file.force(true);
        return new AgentJournal(file, found);
    }

    private static boolean isSound(String line) {
        int blank = line.indexOf(' ');
        return blank > 0 && line.substring(0, blank).equals(checksum(line.substring(blank + 1)));
    }

    private static Entry entry(String line) {
        String[] parts = line.split(" ", 3);
        return new Entry(Kind.valueOf(parts[1]), parts[2]);
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** What was in the file when it was opened, oldest first. */
    public List<Entry> found() {
        return List.copyOf(found);
    }

    /** Adds lines and returns when they are on the disk. @throws UncheckedIOException when they are not; nobody may be answered then */
    public void append(List<Entry> entries) {
        var out = new StringBuilder();
        for (Entry entry : entries) {
            String body = entry.kind() + " " + entry.text().replace("\n", " ");
            out.append(checksum(body)).append(' ').append(body).append('\n');
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("The gate agent's disk failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
