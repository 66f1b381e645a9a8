package io.fairway.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Places in a list, as clients carry them: opaque, and good only for the query they were made for. A cursor holds the place and a
 * code over place and query (HMAC-SHA256, 128 bits), so that one that was changed, or taken to another query or by another party,
 * is refused.
 */
public final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_BYTES = 16;
    private static final int MOST_CHARACTERS = 200;

    private final SecretKeySpec key;

    /** @param key at least 32 bytes, the same for all hubs that serve the same callers */
    public Cursors(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("Expected a key of at least 32 bytes, found " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String write(String query, String place) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        byte[] code = code(query, text);
        byte[] cursor = Arrays.copyOf(code, CODE_BYTES + text.length);
        System.arraycopy(text, 0, cursor, CODE_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The place; empty when the cursor is not one that was written for this query. */
    Optional<String> read(String query, String cursor) {
        if (cursor.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            byte[] text = bytes.length < CODE_BYTES ? new byte[0] : Arrays.copyOfRange(bytes, CODE_BYTES, bytes.length);
            boolean ours = bytes.length > CODE_BYTES && MessageDigest.isEqual(code(query, text), Arrays.copyOf(bytes, CODE_BYTES));
            return ours ? Optional.of(new String(text, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] code(String query, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(query.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), CODE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
