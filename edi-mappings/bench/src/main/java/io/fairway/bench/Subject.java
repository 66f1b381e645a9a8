package io.fairway.bench;

import java.io.IOException;
import java.io.InputStream;

/** One way to read EDIFACT, measured side by side with the others. Not for several threads. */
interface Subject {

    /** Short and stable; peers are named by it in ratios. */
    String name();

    /**
     * Reads the whole input.
     *
     * @return something that follows from what was read, so that the work cannot be left out
     * @throws IllegalStateException when the input, which is sound, was not found to be so
     */
    long read(InputStream input) throws IOException;
}
