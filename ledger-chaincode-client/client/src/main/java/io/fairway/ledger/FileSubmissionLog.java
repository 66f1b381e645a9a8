package io.fairway.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission log in one file, for programs without a database: a line for every change, flushed before the method returns; a torn last line
 * is as if it had not been written. One process at a time; everything is kept in memory too. The file only grows.
 */
public final class FileSubmissionLog implements SubmissionLog, AutoCloseable {
    private final FileChannel file;
    private final Map<EventId, Submission> open = new LinkedHashMap<>();
    private final Map<EventId, Settlement> settled = new LinkedHashMap<>();

    /**
     * Opens the log, or begins one.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     * @throws IllegalStateException if it holds something else
     */
    public FileSubmissionLog(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var content = Files.readString(path, StandardCharsets.UTF_8);
            var whole = content.substring(0, content.lastIndexOf('\n') + 1);
            whole.lines().forEach(line -> apply(line.split(" ", -1)));
            file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            file.position(file.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Enters an invocation; entering its event again changes nothing.
     *
     * @throws IllegalArgumentException if it has unrecorded values or names endorsers: this log does not keep them
     */
    public synchronized void enter(Invocation invocation) {
        if (!invocation.unrecorded().isEmpty() || !invocation.endorsers().isEmpty() || invocation.arguments().isEmpty()) {
            throw new IllegalArgumentException("This log keeps invocations with arguments, without unrecorded values and named endorsers");
        }
        if (!open.containsKey(invocation.event()) && !settled.containsKey(invocation.event())) {
            write("enter", invocation.event().text(), invocation.lane(), invocation.transaction(),
                    String.join(",", invocation.arguments().stream().map(FileSubmissionLog::coded).toList()));
        }
    }

    /** What was settled, in no order. */
    public synchronized Map<EventId, Settlement> settled() {
        return Map.copyOf(settled);
    }

    @Override
    public synchronized List<Submission> open(int limit) {
        return open.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized SignedTransaction sign(EventId event, int endorsement, SignedTransaction signed) {
        var submission = at(event, endorsement)
                .orElseThrow(() -> new IllegalStateException(event + " is settled or past endorsement " + endorsement));
        if (submission.signed().isPresent()) {
            return submission.signed().get();
        }
        write("sign", event.text(), signed.transactionId(), Base64.getEncoder().encodeToString(signed.bytes()));
        return signed;
    }

    @Override
    public synchronized void conflicted(EventId event, int endorsement, String code) {
        if (at(event, endorsement).isPresent()) {
            write("conflicted", event.text(), code);
        }
    }

    private Optional<Submission> at(EventId event, int endorsement) {
        return Optional.ofNullable(open.get(event)).filter(found -> found.endorsement() == endorsement);
    }

    @Override
    public synchronized void settle(EventId event, Settlement settlement) {
        var earlier = Optional.ofNullable(settled.get(event));
        if (earlier.isPresent()) {
            if (!earlier.get().equals(settlement)) {
                throw new IllegalStateException(event + " is settled otherwise");
            }
            return;
        }
        switch (settlement) {
            case Settlement.Recorded(var receipt) -> write("recorded", event.text(), receipt.transactionId(), Long.toString(receipt.block()),
                    Base64.getEncoder().encodeToString(receipt.bytes()));
            case Settlement.Refused(var code, var reason) -> write("refused", event.text(), code, coded(reason));
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String... words) {
        try {
            file.write(ByteBuffer.wrap((String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        apply(words);
    }

    private void apply(String[] words) {
        var event = EventId.of(words[1]);
        switch (words[0]) {
            case "enter" -> open.put(event, new Submission(Invocation.of(event, words[2], words[3],
                    Arrays.stream(words[4].split(",")).map(FileSubmissionLog::plain).toArray(String[]::new)), 1, Optional.empty()));
            case "sign" -> open.computeIfPresent(event, (any, submission) -> new Submission(submission.invocation(), submission.endorsement(),
                    Optional.of(new SignedTransaction(words[2], Base64.getDecoder().decode(words[3])))));
            case "conflicted" -> open.computeIfPresent(event, (any, submission) ->
                    new Submission(submission.invocation(), submission.endorsement() + 1, Optional.empty()));
            case "recorded" -> end(event, new Settlement.Recorded(new Receipt(words[2], Long.parseLong(words[3]), Base64.getDecoder().decode(words[4]))));
            case "refused" -> end(event, new Settlement.Refused(words[2], plain(words[3])));
            default -> throw new IllegalStateException("Unknown line " + words[0]);
        }
    }

    private void end(EventId event, Settlement settlement) {
        open.remove(event);
        settled.put(event, settlement);
    }

    private static String coded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String coded) {
        return new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
    }
}
