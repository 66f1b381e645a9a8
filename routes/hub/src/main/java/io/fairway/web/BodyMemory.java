package io.fairway.web;

import java.util.concurrent.Semaphore;

/** The memory that request bodies may take together. What does not fit is refused for now, before a byte of it is read (P15). */
final class BodyMemory {
    private static final int BLOCK = 65_536;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Semaphore blocks;

    BodyMemory(long bytes) {
        blocks = new Semaphore(Math.toIntExact(bytes / BLOCK));
    }

    /** Room for so many bytes; to be given back by closing. */
    Room take(long bytes) {
        int wanted = Math.toIntExact((bytes + BLOCK - 1) / BLOCK);
        if (!blocks.tryAcquire(wanted)) {
            throw ProblemException.later(ProblemCode.OVERLOADED, "Too many large requests are under way; nothing was kept.",
                    RETRY_AFTER_SECONDS);
        }
        return () -> blocks.release(wanted);
    }

    /** Taken room. */
    @FunctionalInterface
    interface Room extends AutoCloseable {
        @Override
        void close();
    }
}
