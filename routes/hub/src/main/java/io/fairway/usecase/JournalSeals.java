package io.fairway.usecase;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The chain over the journal, kept beside it. All calls run within a transaction of the hub. */
public interface JournalSeals {

    /**
     * The end of a sealed batch.
     *
     * @param number from 1, without gaps
     * @param lastPlace place in the chain of the last row sealed
     * @param lastPosition position of that row
     * @param hash the chain up to and with it
     */
    record Seal(long number, long lastPlace, long lastPosition, Instant at, byte[] hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Seal seal && number == seal.number && lastPlace == seal.lastPlace && Arrays.equals(hash, seal.hash);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    /** One row's link. */
    record Link(long place, long position, byte[] hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Link link && place == link.place && position == link.position && Arrays.equals(hash, link.hash);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(place);
        }
    }

    /** A link with the row it names; without one when that is gone. */
    record Linked(Link link, Optional<JournalRow> row) {
    }

    /** Keeps other nodes from sealing until the transaction ends. @return false when one of them is at it */
    boolean claim();

    /** The newest seal; empty before the first. */
    Optional<Seal> last();

    /** Committed rows behind the newest seal, in the order in which they are to be chained. */
    List<JournalRow> unsealed(int limit);

    /** Keeps one batch; its seal ends with its last link. */
    void keep(List<Link> links, Seal seal);

    /** Links behind a place, in order, with their rows. */
    List<Linked> linked(long behindPlace, int limit);

    /** Seals behind a number, in order. */
    List<Seal> seals(long behindNumber, int limit);

    /** Positions of rows that stand among the sealed ones and have no link. */
    List<Long> unlinked(int limit);

    /** Number of rows behind the newest seal, committed or about to be. */
    long waiting();
}
