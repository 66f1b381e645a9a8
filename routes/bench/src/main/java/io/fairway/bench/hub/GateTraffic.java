package io.fairway.bench.hub;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Trucks on lanes. Each has an entry loop, plate, container, seal, radiation, driver and, last, weight; the time counts from sending the weight to the
 * decision in the answer. Nobody expects these trucks: each is looked for, and turned back.
 */
final class GateTraffic {
    private final List<String> lanes;
    private final List<GateSpeaker> speakers;
    private final InstantSource clock;
    private final AtomicLong sequence = new AtomicLong();

    /** @param speakers each speaks for its share of the lanes, one reading after the other */
    GateTraffic(List<String> lanes, List<GateSpeaker> speakers, InstantSource clock) {
        this.lanes = List.copyOf(lanes);
        this.speakers = List.copyOf(speakers);
        this.clock = clock;
        sequence.set(clock.millis() * 1_000);
    }

    /** What came of it. @param nanos from the last reading to the decision, one per truck @param undecided trucks without one */
    record Passed(List<Long> nanos, long undecided, double seconds) {
        Percentiles times() {
            return Percentiles.of(nanos.stream().flatMapToLong(LongStream::of));
        }

        double perSecond() {
            return nanos.size() / seconds;
        }
    }

    /** One truck after the other on every lane, as fast as they are decided. */
    Passed closed(Duration window) throws InterruptedException {
        return run(window, Duration.ZERO);
    }

    /** A truck on every lane each so often, the lanes shifted against each other. */
    Passed paced(Duration window, Duration every) throws InterruptedException {
        return run(window, every);
    }

    private Passed run(Duration window, Duration every) throws InterruptedException {
        long begin = System.nanoTime();
        long until = begin + window.toNanos();
        List<Future<Share>> shares = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < speakers.size(); i++) {
                int place = i;
                shares.add(threads.submit(() -> share(place, begin, until, every)));
            }
        }
        List<Long> nanos = new ArrayList<>();
        long undecided = 0;
        for (Future<Share> share : shares) {
            nanos.addAll(result(share).nanos());
            undecided += result(share).undecided();
        }
        return new Passed(nanos, undecided, (System.nanoTime() - begin) / 1e9);
    }

    private static Share result(Future<Share> share) throws InterruptedException {
        try {
            return share.get();
        } catch (ExecutionException failed) {
            throw (CancellationException) new CancellationException("A lane could not go on").initCause(failed);
        }
    }

    private record Share(List<Long> nanos, long undecided) {
    }

    private Share share(int place, long begin, long until, Duration every) throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        long undecided = 0;
        long turn = 0;
        for (int lane = place; System.nanoTime() < until; lane = lane + speakers.size() < lanes.size() ? lane + speakers.size() : place) {
            if (!every.isZero()) {
                long moment = begin + every.toNanos() / lanes.size() * lane + turn * every.toNanos();
                turn += lane + speakers.size() < lanes.size() ? 0 : 1;
                awaitMoment(Math.min(moment, until));
            }
            long taken = truck(lanes.get(lane), speakers.get(place));
            if (taken > 0) {
                nanos.add(taken);
            } else {
                undecided++;
            }
        }
        return new Share(nanos, undecided);
    }

    private static void awaitMoment(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** @return nanoseconds from the last reading to the decision; 0 when there was none */
    private long truck(String lane, GateSpeaker speaker) throws IOException, InterruptedException {
        speaker.say(lane, reading(lane, "LOOP", "loop", "\"state\":\"ENTERED\""));
        speaker.say(lane, reading(lane, "LPR", "lpr", "\"plate\":\"HUA" + lane + "\",\"confidence\":0.98"));
        speaker.say(lane, reading(lane, "OCR", "ocr",
                "\"containers\":[{\"position\":\"F\",\"number\":\"HUBU2000016\",\"sizeType\":\"22G1\",\"confidence\":0.99}]"));
        speaker.say(lane, reading(lane, "ESEAL", "eseal", "\"sealId\":\"HB778812\",\"state\":\"SEALED\""));
        speaker.say(lane, reading(lane, "RPM", "radiation", "\"gammaAlarm\":false,\"neutronAlarm\":false,\"tamper\":false,\"gammaBackground\":812"));
        speaker.say(lane, reading(lane, "KIOSK", "driver", "\"driver\":\"D1\""));
        String last = reading(lane, "WB", "weight", "\"grossKg\":29310,\"stable\":true");
        long sent = System.nanoTime();
        boolean decided = speaker.say(lane, last).contains("\"permission\"");
        return decided ? System.nanoTime() - sent : 0;
    }

    private String reading(String lane, String device, String kind, String members) {
        return "{\"lane\":\"%s\",\"device\":\"%s-%s\",\"kind\":\"%s\",\"at\":\"%s\",\"sequence\":%d,%s}".formatted(lane, device, lane, kind,
                clock.instant(), sequence.incrementAndGet(), members);
    }
}
