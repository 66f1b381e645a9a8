package io.fairway.ledger;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission log in one file, for programs without a database: a line for every change; a torn last line is as if it had not been written.
 * Who writes at the same time shares a flush, and receipts of one block share its bytes. One process at a time; everything is kept in memory
 * too. The file only grows.
 */
public final class FileSubmissionLog implements SubmissionLog, AutoCloseable {
    private final FlushedLines lines;
    private final Map<EventId, Submission> open = new LinkedHashMap<>();
    private final Map<EventId, Stood> recorded = new HashMap<>();
    private final Map<EventId, Settlement.Refused> refused = new HashMap<>();
    private final Map<Long, byte[]> firstOfBlock = new HashMap<>();

    /** A receipt that ends as the first one of its block does. */
    private record Stood(String transactionId, long block, byte[] begin, int shared) {
        Settlement.Recorded settlement(byte[] first) {
            var bytes = Arrays.copyOf(begin, begin.length + shared);
            System.arraycopy(first, first.length - shared, bytes, begin.length, shared);
            return new Settlement.Recorded(new Receipt(transactionId, block, bytes));
        }
    }

    /**
     * Opens the log, or begins one.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     * @throws IllegalStateException if it holds something else
     */
    public FileSubmissionLog(Path path) {
        lines = FlushedLines.open(path, line -> apply(line.split(" ", -1)));
    }

    /**
     * Enters an invocation; entering its event again changes nothing.
     *
     * @throws IllegalArgumentException if it has unrecorded values or names endorsers: this log does not keep them
     */
    public void enter(Invocation invocation) {
        if (!invocation.unrecorded().isEmpty() || !invocation.endorsers().isEmpty() || invocation.arguments().isEmpty()) {
            throw new IllegalArgumentException("This log keeps invocations with arguments, without unrecorded values and named endorsers");
        }
        noteEntered(invocation);
        lines.flush();
    }

    private synchronized void noteEntered(Invocation invocation) {
        if (!open.containsKey(invocation.event()) && settlement(invocation.event()).isEmpty()) {
            write("enter", invocation.event().text(), invocation.lane(), invocation.transaction(),
                    String.join(",", invocation.arguments().stream().map(FileSubmissionLog::coded).toList()));
        }
    }

    /** What was settled, in no order. */
    public synchronized Map<EventId, Settlement> settled() {
        var settled = new HashMap<EventId, Settlement>(refused);
        recorded.keySet().forEach(event -> settlement(event).ifPresent(settlement -> settled.put(event, settlement)));
        return settled;
    }

    private Optional<Settlement> settlement(EventId event) {
        return Optional.ofNullable(recorded.get(event)).<Settlement>map(stood -> stood.settlement(first(stood.block())))
                .or(() -> Optional.ofNullable(refused.get(event)));
    }

    private byte[] first(long block) {
        return firstOfBlock.getOrDefault(block, new byte[0]);
    }

    @Override
    public synchronized List<Submission> open(int limit) {
        return open.values().stream().limit(limit).toList();
    }

    @Override
    public SignedTransaction sign(EventId event, int endorsement, SignedTransaction signed) {
        var stored = noteSigned(event, endorsement, signed);
        lines.flush();
        return stored;
    }

    private synchronized SignedTransaction noteSigned(EventId event, int endorsement, SignedTransaction signed) {
        var submission = at(event, endorsement)
                .orElseThrow(() -> new IllegalStateException(event + " is settled or past endorsement " + endorsement));
        if (submission.signed().isPresent()) {
            return submission.signed().get();
        }
        write("sign", event.text(), signed.transactionId(), Base64.getEncoder().encodeToString(signed.bytes()));
        return signed;
    }

    @Override
    public void conflicted(EventId event, int endorsement, String code) {
        noteConflicted(event, endorsement, code);
        lines.flush();
    }

    private synchronized void noteConflicted(EventId event, int endorsement, String code) {
        if (at(event, endorsement).isPresent()) {
            write("conflicted", event.text(), code);
        }
    }

    private Optional<Submission> at(EventId event, int endorsement) {
        return Optional.ofNullable(open.get(event)).filter(found -> found.endorsement() == endorsement);
    }

    /** What is recorded is flushed with whatever comes next: the ledger would say it again. */
    @Override
    public void settle(EventId event, Settlement settlement) {
        noteSettled(event, settlement);
        if (settlement instanceof Settlement.Refused) {
            lines.flush();
        }
    }

    private synchronized void noteSettled(EventId event, Settlement settlement) {
        var earlier = settlement(event);
        if (earlier.isPresent()) {
            if (!earlier.get().equals(settlement)) {
                throw new IllegalStateException(event + " is settled otherwise");
            }
            return;
        }
        switch (settlement) {
            case Settlement.Recorded(var receipt) -> noteRecorded(event, receipt.transactionId(), receipt.block(), receipt.bytes());
            case Settlement.Refused(var code, var reason) -> write("refused", event.text(), code, coded(reason));
        }
    }

    private void noteRecorded(EventId event, String transactionId, long block, byte[] receipt) {
        if (!firstOfBlock.containsKey(block)) {
            write("block", Long.toString(block), Base64.getEncoder().encodeToString(receipt));
        }
        var shared = commonEnd(receipt, first(block));
        write("recorded", event.text(), transactionId, Long.toString(block),
                Base64.getEncoder().encodeToString(Arrays.copyOf(receipt, receipt.length - shared)), Integer.toString(shared));
    }

    private static int commonEnd(byte[] one, byte[] other) {
        var length = 0;
        while (length < Math.min(one.length, other.length) && one[one.length - 1 - length] == other[other.length - 1 - length]) {
            length++;
        }
        return length;
    }

    @Override
    public void close() {
        lines.close();
    }

    private void write(String... words) {
        lines.append(String.join(" ", words));
        apply(words);
    }

    private void apply(String[] words) {
        if (words[0].equals("block")) {
            firstOfBlock.put(Long.valueOf(words[1]), Base64.getDecoder().decode(words[2]));
        } else {
            apply(EventId.of(words[1]), words);
        }
    }

    private void apply(EventId event, String[] words) {
        switch (words[0]) {
            case "enter" -> open.put(event, new Submission(Invocation.of(event, words[2], words[3],
                    Arrays.stream(words[4].split(",")).map(FileSubmissionLog::plain).toArray(String[]::new)), 1, Optional.empty()));
            case "sign" -> open.computeIfPresent(event, (any, submission) -> new Submission(submission.invocation(), submission.endorsement(),
                    Optional.of(new SignedTransaction(words[2], Base64.getDecoder().decode(words[3])))));
            case "conflicted" -> open.computeIfPresent(event, (any, submission) ->
                    new Submission(submission.invocation(), submission.endorsement() + 1, Optional.empty()));
            case "recorded" -> {
                open.remove(event);
                recorded.put(event, new Stood(words[2], Long.parseLong(words[3]), Base64.getDecoder().decode(words[4]), Integer.parseInt(words[5])));
            }
            case "refused" -> {
                open.remove(event);
                refused.put(event, new Settlement.Refused(words[2], plain(words[3])));
            }
            default -> throw new IllegalStateException("Unknown line " + words[0]);
        }
    }

    private static String coded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String coded) {
        return new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
    }
}
