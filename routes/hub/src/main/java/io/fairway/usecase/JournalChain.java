package io.fairway.usecase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash chain over the journal: each link is SHA-256 over a fixed word, the link before, the place in the chain, and the row's values,
 * each after its length. Begins with 32 zero bytes.
 */
final class JournalChain {
    private static final byte[] WORD = "fairway-journal/1".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 32;

    private JournalChain() {
    }

    static byte[] beginning() {
        return new byte[LENGTH];
    }

    static byte[] link(byte[] before, long place, JournalRow row) {
        MessageDigest digest = sha256();
        digest.update(WORD);
        digest.update(before);
        digest.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(place).putLong(row.position()).flip());
        for (String value : new String[] {row.at().toString(), row.party(), row.kind(), row.subject().toString(), row.detail()}) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }
}
