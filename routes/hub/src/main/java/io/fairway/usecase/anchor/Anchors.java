package io.fairway.usecase.anchor;

import io.fairway.usecase.view.ActView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Digests that wait to be anchored and the batches they went into. All calls belong to the running transaction, which is the hub's. */
public interface Anchors {

    /** Keeps other nodes from making batches until the transaction ends. @return false when one of them is at it */
    boolean claim();

    /** The newest batch of a stream; empty before the first. */
    Optional<Batch> newest(Stream stream);

    /** The last batch the ledger told of, whoever appended it. */
    Optional<Head> head(String subject);

    /** Committed digests behind the newest batch, in the order in which their transactions ended. */
    List<Waiting> waiting(Stream stream, int limit);

    /** Keeps a batch that ends with this digest. @param tree as {@code io.fairway.ledger.proof.MerkleTree} reads it */
    void keep(Stream stream, Waiting last, Batch batch, byte[] tree);

    /** The batch takes another place on the ledger, by another act. */
    void renew(Batch batch, Head behind, UUID act);

    /** How the streams stand. */
    Standing standing();

    /** What is anchored apart, so that a count on the ledger means one thing. */
    enum Stream {
        /** Documents, answers, outbound images, attachments. */
        DOCUMENTS,
        /** Seals of the journal: the digest in place n of the stream is the hash of seal n + 1. */
        JOURNAL;

        /** As the ledger and the tables write it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One batch.
     *
     * @param number on the ledger, from 1
     * @param behind the batch before it on the ledger
     * @param size number of digests
     * @param state what became of its act, with the code if it was refused
     */
    record Batch(String subject, long number, Head behind, String root, int size, UUID act, ActView.State state, String code, Instant madeAt) {

        /** What the ledger holds once this batch stands. */
        public Head asHead() {
            return new Head(number, root, behind.end() + size);
        }
    }

    /** @param number of the last batch, 0 before the first @param root of it @param end number of digests up to and with it */
    record Head(long number, String root, long end) {
        private static final String NOTHING_BEFORE = "0".repeat(64);

        /** Before the first batch. */
        public static Head none() {
            return new Head(0, NOTHING_BEFORE, 0);
        }
    }

    /** @param writer transaction that wrote it @param position within all */
    record Waiting(String writer, long position, byte[] digest) {
        public Waiting {
            digest = digest.clone();
        }

        @Override
        public byte[] digest() {
            return digest.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Waiting that && position == that.position && Arrays.equals(digest, that.digest);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(position);
        }
    }

    /**
     * How the streams stand.
     *
     * @param waiting digests that are in no batch on the ledger, 100,000 of a stream at most are counted
     * @param oldest when the oldest batch was made that is not on the ledger
     * @param refused code for which a batch does not get there
     */
    record Standing(long waiting, Optional<Instant> oldest, Optional<String> refused) {
    }
}
