package io.fairway.connector.gate;

import java.util.concurrent.atomic.LongAdder;

/** What a listener has seen since it started. */
public final class TcpCounts {
    private final LongAdder frames = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void frame() {
        frames.increment();
    }

    void brokenFrame() {
        broken.increment();
    }

    void refusedConnection() {
        refused.increment();
    }

    /** Sound frames. */
    public long frames() {
        return frames.sum();
    }

    /** Bytes that were no frame. */
    public long broken() {
        return broken.sum();
    }

    /** Connections closed because of a limit. */
    public long refused() {
        return refused.sum();
    }
}
