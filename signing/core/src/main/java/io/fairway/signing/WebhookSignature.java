package io.fairway.signing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent to a subscriber, as Standard Webhooks 1.0 says: HMAC-SHA256 (RFC 2104) over {@code id.seconds.body}, in base64 after
 * {@code v1,}; several, separated by a space, while a secret is being replaced.
 */
public final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {
    }

    /**
     * Value of the header field {@code webhook-signature}.
     *
     * @param secrets one signature for each; not empty
     * @param id value of {@code webhook-id}
     * @param at its seconds are the value of {@code webhook-timestamp}
     */
    public static String of(List<byte[]> secrets, String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
        return secrets.stream().map(secret -> "v1," + Base64.getEncoder().encodeToString(code(secret, head, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] code(byte[] secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(head);
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
