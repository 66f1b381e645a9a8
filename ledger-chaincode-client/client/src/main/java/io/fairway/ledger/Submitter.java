package io.fairway.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings open submissions to the ledger, each exactly once (promise P7).
 *
 * <ol>
 * <li>What is not endorsed is endorsed, checked, signed, and stored. A crash before this loses nothing: nothing was submitted.
 * <li>What is stored is submitted, and after a crash or an unknown outcome submitted again, byte for byte: peers take a transaction id once.
 * <li>Only when the ledger itself says that the transaction conflicted and so counts for nothing, a new one is endorsed, with the same event id.
 * </ol>
 *
 * <p>Submissions of one lane go one after another; lanes go side by side. When the ledger is away the round ends and everything stays as it is.
 */
public final class Submitter {
    private final Ledger ledger;
    private final SubmissionLog log;
    private final Limits limits;

    /**
     * How much at once.
     *
     * @param round submissions taken in one round
     * @param inFlight lanes at work at the same time
     * @param endorsements how often a submission may conflict before it is left for the next round
     */
    public record Limits(int round, int inFlight, int endorsements) {
        public Limits {
            if (round < 1 || inFlight < 1 || endorsements < 1) {
                throw new IllegalArgumentException("Limits are at least 1");
            }
        }

        /** 500 a round, 64 at once, 5 endorsements. */
        public static Limits usual() {
            return new Limits(500, 64, 5);
        }
    }

    /** A submitter for this ledger and log. */
    public Submitter(Ledger ledger, SubmissionLog log, Limits limits) {
        this.ledger = ledger;
        this.log = log;
        this.limits = limits;
    }

    /** One round over the open submissions, oldest first; ends early when the ledger is away. */
    public Drained drain() {
        var lanes = new LinkedHashMap<String, List<Submission>>();
        var open = log.open(limits.round());
        open.forEach(submission -> lanes.computeIfAbsent(submission.invocation().lane(), lane -> new ArrayList<>()).add(submission));
        var round = new Round(new Semaphore(limits.inFlight()), new AtomicInteger(), new AtomicReference<>(Optional.empty()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = lanes.values().stream().map(lane -> threads.submit(laneWork(lane, round))).toList();
            work.forEach(Submitter::join);
        }
        return new Drained(round.settled().get(), open.size() - round.settled().get(), round.trouble().get());
    }

    /**
     * Settles one submission now, whatever others are open.
     *
     * @return the settlement; none if it conflicted too often
     * @throws LedgerUnavailableException if the ledger is away
     * @throws OutcomeUnknownException if nobody says what became of it
     * @throws UntrustedLedgerException if the ledger's bytes do not bear out what was said
     */
    public Optional<Settlement> settle(Submission submission) {
        var current = submission;
        for (var attempt = 0; attempt < limits.endorsements(); attempt++) {
            var endorsement = current.endorsement();
            Outcome outcome;
            try {
                outcome = ledger.submit(stored(current));
            } catch (LedgerRefusedException e) {
                return Optional.of(settled(current, new Settlement.Refused(e.code(), String.valueOf(e.getMessage()))));
            }
            switch (outcome) {
                case Outcome.Recorded(var receipt) -> {
                    return Optional.of(settled(current, new Settlement.Recorded(receipt)));
                }
                case Outcome.Invalid(var code, var block) -> {
                    return Optional.of(settled(current, new Settlement.Refused(code, code + " in block " + block)));
                }
                case Outcome.Conflicted(var code, var _) -> {
                    log.conflicted(current.event(), endorsement, code);
                    current = new Submission(current.invocation(), endorsement + 1, Optional.empty());
                }
            }
        }
        return Optional.empty();
    }

    private SignedTransaction stored(Submission submission) {
        return submission.signed().orElseGet(() ->
                log.sign(submission.event(), submission.endorsement(), ledger.endorse(submission.invocation())));
    }

    private Settlement settled(Submission submission, Settlement settlement) {
        log.settle(submission.event(), settlement);
        return settlement;
    }

    private Callable<Boolean> laneWork(List<Submission> lane, Round round) {
        return () -> {
            round.places().acquire();
            try {
                return lane.stream().allMatch(submission -> settles(submission, round));
            } finally {
                round.places().release();
            }
        };
    }

    /** Whether it is settled; what follows it in its lane waits if not. */
    private boolean settles(Submission submission, Round round) {
        if (round.trouble().get().isPresent()) {
            return false;
        }
        try {
            var settlement = settle(submission);
            settlement.ifPresent(end -> round.settled().incrementAndGet());
            return settlement.isPresent();
        } catch (LedgerUnavailableException | OutcomeUnknownException | UntrustedLedgerException e) {
            round.trouble().compareAndSet(Optional.empty(), Optional.of(submission.event() + ": " + e.getMessage()));
            return false;
        }
    }

    private static void join(Future<Boolean> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException("The round was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A lane ended by a defect or its log", e.getCause());
        }
    }

    private record Round(Semaphore places, AtomicInteger settled, AtomicReference<Optional<String>> trouble) {}
}
