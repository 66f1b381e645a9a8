package io.fairway.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text that goes out and must come back unchanged, for the purpose it was given for: a code (HMAC-SHA256, 128 bits) over purpose and
 * text goes with it.
 */
public final class AuthenticatedText {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    /** @param key at least 32 bytes, the same for all hubs that serve the same callers */
    public AuthenticatedText(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("Expected a key of at least " + KEY_BYTES + " bytes, found " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The text with its code, in base64url. */
    public String write(String purpose, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] coded = Arrays.copyOf(code(purpose, bytes), CODE_BYTES + bytes.length);
        System.arraycopy(bytes, 0, coded, CODE_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(coded);
    }

    /** The text; empty when this is not what was written for this purpose. */
    public Optional<String> read(String purpose, String coded) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(coded);
            if (bytes.length < CODE_BYTES || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(coded)) {
                return Optional.empty();
            }
            byte[] text = Arrays.copyOfRange(bytes, CODE_BYTES, bytes.length);
            boolean ours = MessageDigest.isEqual(code(purpose, text), Arrays.copyOf(bytes, CODE_BYTES));
            return ours ? Optional.of(new String(text, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] code(String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), CODE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
