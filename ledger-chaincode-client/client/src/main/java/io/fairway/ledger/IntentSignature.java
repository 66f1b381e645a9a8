package io.fairway.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Signs intents where their party is, with a key the hub never sees. The form is the contract's: the line {@value #DOMAIN}, a line feed, and
 * the intent's JSON; ECDSA over P-256 and SHA-256, r and s of 32 bytes each; written {@code <key id>.<base64url>}, the key id being SHA-256
 * of the public key's SubjectPublicKeyInfo in hexadecimal digits.
 */
public final class IntentSignature {
    /** What stands before the JSON in the signed bytes. */
    public static final String DOMAIN = "fairway-intent/1";
    private static final Pattern MEMBER = Pattern.compile("\\s*\"([a-z][A-Za-z0-9.]*)\"\\s*:\\s*\"([ !#-\\[\\]-~]+)\"\\s*([,}])");

    private IntentSignature() {}

    /**
     * The one way to write an intent: members sorted by name, no white space. Takes a flat JSON object of texts as a person writes it.
     *
     * @throws IllegalArgumentException if it is none, or names a member twice
     */
    public static String canonical(String json) {
        var text = json.strip();
        var members = new TreeMap<String, String>();
        if (!text.startsWith("{")) {
            throw new IllegalArgumentException("An intent is one flat JSON object");
        }
        var matcher = MEMBER.matcher(text);
        var at = 1;
        for (; matcher.region(at, text.length()).lookingAt(); at = matcher.end()) {
            if (members.put(matcher.group(1), matcher.group(2)) != null) {
                throw new IllegalArgumentException("An intent names a member once, found " + matcher.group(1) + " again");
            }
            if (matcher.group(3).equals("}") != (matcher.end() == text.length())) {
                throw new IllegalArgumentException("Something stands behind the intent");
            }
        }
        if (at != text.length() || members.isEmpty()) {
            throw new IllegalArgumentException("Expected \"name\":\"printable ASCII without \\\" and \\\\\" at character " + at + " of the intent");
        }
        var written = new StringBuilder("{");
        members.forEach((name, value) -> written.append(written.length() > 1 ? "," : "").append('"').append(name).append("\":\"").append(value).append('"'));
        return written.append('}').toString();
    }

    /**
     * Signs an intent.
     *
     * @param intent in its canonical form
     * @param key the party's private key, P-256
     * @param publicKey that belongs to it
     * @return {@code <key id>.<signature>}, an argument of the contract's transactions
     * @throws IllegalArgumentException if the intent is not canonical, or the keys are not of P-256 or do not belong together
     */
    public static String sign(String intent, PrivateKey key, PublicKey publicKey) {
        if (!canonical(intent).equals(intent)) {
            throw new IllegalArgumentException("The intent is not in its canonical form");
        }
        if (!(publicKey instanceof ECPublicKey curve) || curve.getParams().getOrder().bitLength() != 256) {
            throw new IllegalArgumentException("Intents are signed with a key of P-256");
        }
        var bytes = (DOMAIN + "\n" + intent).getBytes(StandardCharsets.UTF_8);
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(bytes);
            var signature = signer.sign();
            signer.initVerify(publicKey);
            signer.update(bytes);
            if (!signer.verify(signature)) {
                throw new IllegalArgumentException("The public key does not belong to the private key");
            }
            return keyId(publicKey) + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key cannot sign: expected P-256", e);
        }
    }

    /** The name of a key in the contract's registry. */
    public static String keyId(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
