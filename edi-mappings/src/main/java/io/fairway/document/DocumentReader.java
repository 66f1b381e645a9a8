package io.fairway.document;

import java.io.IOException;
import java.io.InputStream;

/** Reads the interchanges of one transmission in one syntax. Stateless and thread-safe. */
public interface DocumentReader {

    /**
     * Whether bytes that begin like this are in the reader's syntax.
     *
     * @param head the first bytes of the input, at most 4096
     */
    boolean recognises(byte[] head);

    /**
     * Reads to the end of the input and tells the handler, in input order. What is wrong with the input becomes findings, never
     * an exception; memory does not grow with the number of consignments.
     *
     * @throws IOException only when {@code input} itself throws it
     */
    void read(InputStream input, ReadingProfile profile, ReadingHandler handler) throws IOException;
}
