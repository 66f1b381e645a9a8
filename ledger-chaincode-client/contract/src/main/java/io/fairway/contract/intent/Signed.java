package io.fairway.contract.intent;

import java.util.Base64;

/**
 * One signature that came with an intent, written {@code <key id>.<r and s, base64url without padding>}.
 *
 * @param keyId     SHA-256 of the key's SPKI in hexadecimal digits
 * @param signature the 86 characters of the signature
 */
public record Signed(String keyId, String signature) {
    private static final int KEY_ID = 64;

    /** Reads the written form. */
    public static Signed parse(String text) {
        if (!text.matches("[0-9a-f]{64}\\.[A-Za-z0-9_-]{86}")) {
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
