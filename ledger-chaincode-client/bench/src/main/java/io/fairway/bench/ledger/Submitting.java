package io.fairway.bench.ledger;

import io.fairway.ledger.EventId;
import io.fairway.ledger.FileSubmissionLog;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.Submission;
import io.fairway.ledger.Submitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;

/** Transactions per second and their time, three ways in turn on one network: the bare library, our port with its checks, and the submitter with its log. */
final class Submitting {
    static final String BARE = "fabric-gateway";
    private static final int WARM_UP = 10;

    private final AtomicLong keys = new AtomicLong(System.nanoTime());
    private final Map<String, IntConsumer> subjects = new LinkedHashMap<>();

    Submitting(Contract bare, Ledger ledger, FileSubmissionLog log) {
        var submitter = new Submitter(ledger, log, Submitter.Limits.usual());
        subjects.put(BARE, number -> putBare(bare));
        subjects.put("fairway", number -> require(ledger.submit(ledger.endorse(invocation())) instanceof Outcome.Recorded));
        subjects.put("fairway-exactly-once", number -> {
            var invocation = invocation();
            log.enter(invocation);
            require(submitter.settle(new Submission(invocation, 1, Optional.empty())).isPresent());
        });
    }

    List<Figure> measure(List<Integer> inFlight, int rounds, Duration window) {
        var results = new LinkedHashMap<String, List<ClosedLoop.Result>>();
        subjects.values().forEach(call -> IntStream.range(0, WARM_UP).forEach(call));
        for (var round = 0; round < rounds; round++) {
            for (int callers : inFlight) {
                subjects.forEach((name, call) -> results.computeIfAbsent(callers + " " + name, any -> new ArrayList<>())
                        .add(ClosedLoop.run(callers, window, call)));
            }
        }
        var figures = new ArrayList<Figure>();
        for (int callers : inFlight) {
            var bare = perSecond(results.getOrDefault(callers + " " + BARE, List.of()));
            for (var name : subjects.keySet()) {
                var own = results.getOrDefault(callers + " " + name, List.of());
                var ratio = name.equals(BARE) ? Optional.<Double>empty() : Optional.of(perSecond(own) / bare);
                figures.add(new Figure("submit-" + callers, name, "tx/s", perSecond(own), ratio));
                var millis = ClosedLoop.median(own.stream().mapToDouble(ClosedLoop.Result::medianMillis).toArray());
                figures.add(new Figure("submit-" + callers, name, "ms", millis));
            }
        }
        return figures;
    }

    private static double perSecond(List<ClosedLoop.Result> results) {
        return ClosedLoop.median(results.stream().mapToDouble(ClosedLoop.Result::perSecond).toArray());
    }

    private void putBare(Contract bare) {
        try {
            bare.newProposal("put").addArguments("key-" + keys.incrementAndGet(), "1").build().endorse().submit();
        } catch (GatewayException | CommitException e) {
            throw new IllegalStateException("The bare loop failed", e);
        }
    }

    private Invocation invocation() {
        var key = "key-" + keys.incrementAndGet();
        return Invocation.of(new EventId("carrier", key), key, "put", key, "1");
    }

    private static void require(boolean recorded) {
        if (!recorded) {
            throw new IllegalStateException("A transaction was not recorded");
        }
    }
}
