package io.fairway.boot;

import io.fairway.usecase.AcknowledgedList;
import io.fairway.usecase.PartyId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line each, fields by tabs: place in the journal's chain, time, sender, transmission, SHA-256. A line that a crash cut short does not count. */
final class AcknowledgedFile implements AcknowledgedList {
    private static final int FIELDS = 5;

    private final Path file;

    AcknowledgedFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Acknowledged> last() throws IOException {
        Deque<Acknowledged> last = new ArrayDeque<>(1);
        each(next -> {
            last.clear();
            last.add(next);
        });
        return Optional.ofNullable(last.peek());
    }

    /** Shows all that are listed, in order. */
    void each(Consumer<Acknowledged> reader) throws IOException {
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.flatMap(line -> read(line).stream()).forEach(reader);
            }
        }
    }

    @Override
    public void append(List<Acknowledged> more) throws IOException {
        byte[] lines = more.stream().map(AcknowledgedFile::line).collect(Collectors.joining("\n", "\n", "")).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    static String line(Acknowledged each) {
        return String.join("\t", Long.toString(each.place()), each.at().toString(), each.sender().value(), each.transmission().toString(),
                each.digest());
    }

    private static Optional<Acknowledged> read(String line) {
        String[] fields = line.split("\t");
        boolean whole = fields.length == FIELDS && fields[FIELDS - 1].length() == 64;
        return whole ? Optional.of(new Acknowledged(Long.parseLong(fields[0]), Instant.parse(fields[1]), new PartyId(fields[2]),
                UUID.fromString(fields[3]), fields[4])) : Optional.empty();
    }
}
