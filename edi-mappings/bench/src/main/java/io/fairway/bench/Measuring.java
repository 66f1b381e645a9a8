package io.fairway.bench;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Times one subject on one input, on the calling thread: the first reading by the clock, then warm readings of which the median counts.
 * Warm readings are timed, and the time to warm up is counted, in processor time of the thread, so that what else runs on the machine
 * does not weigh; the work of the garbage collector is not in it.
 */
final class Measuring {
    private static final int FEWEST_READINGS = 3;
    private static final int SMALL_BYTES = 10_000;
    private static final double MEGABYTE = 1e6;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Duration warmUp;
    private final Duration measured;

    /** @param measured at least three readings are measured, however long they take */
    Measuring(Duration warmUp, Duration measured) {
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** The first reading in this process, in milliseconds: what a cold start costs. */
    static Figure first(Subject subject, BenchInput input) throws IOException {
        long begun = System.nanoTime();
        subject.read(new ByteArrayInputStream(input.bytes()));
        return new Figure(input.name(), subject.name(), Figure.FIRST_MESSAGE, (System.nanoTime() - begun) / 1e6);
    }

    List<Figure> warm(Subject subject, BenchInput input) throws IOException {
        repeat(warmUp, () -> new ByteArrayInputStream(input.bytes()), subject);
        long allocatedBefore = thread.getCurrentThreadAllocatedBytes();
        var nanoseconds = repeat(measured, () -> new ByteArrayInputStream(input.bytes()), subject);
        double allocated = thread.getCurrentThreadAllocatedBytes() - allocatedBefore;
        long median = median(nanoseconds);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(input.name(), subject.name(), Figure.SPEED, input.bytes().length / MEGABYTE / (median / 1e9)));
        if (input.bytes().length < SMALL_BYTES) {
            figures.add(new Figure(input.name(), subject.name(), Figure.MESSAGE_TIME, median / 1e3));
        }
        figures.add(new Figure(input.name(), subject.name(), Figure.ALLOCATION,
                allocated / nanoseconds.size() / input.bytes().length));
        return figures;
    }

    /** Reads a file as it streams by, so that the peak of the heap is the subject's own. */
    List<Figure> file(Subject subject, String name, Path file) throws IOException {
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        var nanoseconds = repeat(measured, () -> Files.newInputStream(file), subject);
        long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return List.of(new Figure(name, subject.name(), Figure.SPEED, Files.size(file) / MEGABYTE / (median(nanoseconds) / 1e9)),
                new Figure(name, subject.name(), Figure.PEAK_HEAP, peak / MEGABYTE));
    }

    /** Opens the input anew for each reading. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private List<Long> repeat(Duration time, Source source, Subject subject) throws IOException {
        var nanoseconds = new ArrayList<Long>();
        long end = thread.getCurrentThreadCpuTime() + time.toNanos();
        while (thread.getCurrentThreadCpuTime() < end || nanoseconds.size() < FEWEST_READINGS) {
            try (var input = source.open()) {
                long begun = thread.getCurrentThreadCpuTime();
                subject.read(input);
                nanoseconds.add(thread.getCurrentThreadCpuTime() - begun);
            }
        }
        return nanoseconds;
    }

    private static long median(List<Long> nanoseconds) {
        var sorted = new ArrayList<>(nanoseconds);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
