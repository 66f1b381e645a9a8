package io.fairway.contract.intent;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * One signature that came with an intent, written {@code <key id>.<r and s, base64url without padding>}. 64 bytes leave four bits of the last
 * character over; they must be zero (RFC 4648, 3.5), or one signature would have sixteen spellings.
 *
 * @param keyId     SHA-256 of the key's SPKI in hexadecimal digits
 * @param signature the 86 characters of the signature
 */
public record Signed(String keyId, String signature) {
    private static final int KEY_ID = 64;
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}\\.[A-Za-z0-9_-]{85}[AQgw]");

    /** Reads the written form. */
    public static Signed parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw Refusal.SIGNATURE.refused("expected <key id>.<64 bytes in base64url>");
        }
        return new Signed(text.substring(0, KEY_ID), text.substring(KEY_ID + 1));
    }

    /** Refuses a signature that is not by this key over this intent. */
    public void check(PublicKey256 key, Intent intent) {
        if (!key.id().equals(keyId) || !key.verifies(intent.signedBytes(), Base64.getUrlDecoder().decode(signature))) {
            throw Refusal.SIGNATURE.refused();
        }
    }
}
