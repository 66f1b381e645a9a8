package io.fairway.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A ledger that keeps the rules that matter here: one transaction id once, one event once, conflicts by lane; and that can be away or cut. */
final class LedgerInMemory implements Ledger {
    private static final byte[] PROOF = {1};

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Invocation> endorsed = new HashMap<>();
    private final Map<String, Outcome> byTransaction = new HashMap<>();
    private final List<EventId> recorded = Collections.synchronizedList(new ArrayList<>());
    private Predicate<String> away = step -> false;
    private Predicate<Invocation> conflicts = invocation -> false;
    private Predicate<Invocation> refused = invocation -> false;

    List<EventId> recorded() {
        return List.copyOf(recorded);
    }

    int endorsements() {
        return ids.get();
    }

    /** The ledger fails at steps {@code endorse}, {@code submit} (before it takes the transaction) and {@code answer} (after). */
    synchronized LedgerInMemory awayAt(Predicate<String> steps) {
        away = steps;
        return this;
    }

    synchronized LedgerInMemory conflictingFor(Predicate<Invocation> invocations) {
        conflicts = invocations;
        return this;
    }

    synchronized LedgerInMemory refusing(Predicate<Invocation> invocations) {
        refused = invocations;
        return this;
    }

    @Override
    public String submitter() {
        return "CarrierMSP";
    }

    @Override
    public LedgerProfile.Network network() {
        return LedgerProfile.Network.DEVELOPMENT;
    }

    @Override
    public synchronized SignedTransaction endorse(Invocation invocation) {
        if (away.test("endorse")) {
            throw new LedgerUnavailableException("no peer answers", new IllegalStateException());
        }
        if (refused.test(invocation)) {
            throw new LedgerRefusedException("FW-VERSION", "the subject is at another version", new IllegalStateException());
        }
        var id = "%064x".formatted(ids.incrementAndGet());
        endorsed.put(id, invocation);
        return new SignedTransaction(id, id.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public synchronized Outcome submit(SignedTransaction transaction) {
        if (away.test("submit")) {
            throw new OutcomeUnknownException("the connection was cut", new IllegalStateException());
        }
        var outcome = byTransaction.computeIfAbsent(transaction.transactionId(), id -> order(id, Optional.ofNullable(endorsed.get(id)).orElseThrow()));
        if (away.test("answer")) {
            throw new OutcomeUnknownException("the connection was cut", new IllegalStateException());
        }
        return outcome;
    }

    private Outcome order(String id, Invocation invocation) {
        if (conflicts.test(invocation)) {
            return new Outcome.Conflicted("MVCC_READ_CONFLICT", 4);
        }
        if (!recorded.contains(invocation.event())) {
            recorded.add(invocation.event());
        }
        return new Outcome.Recorded(new Receipt(id, 5, PROOF));
    }

    @Override
    public synchronized Optional<Receipt> receipt(String transactionId) {
        return Optional.ofNullable(byTransaction.get(transactionId)).map(outcome -> new Receipt(transactionId, 5, PROOF));
    }

    @Override
    public String evaluate(Query query) {
        throw new IllegalStateException("Nobody asks");
    }

    @Override
    public LedgerReading read(Checkpoint from) {
        throw new IllegalStateException("Nobody reads");
    }

    @Override
    public void close() {}
}
