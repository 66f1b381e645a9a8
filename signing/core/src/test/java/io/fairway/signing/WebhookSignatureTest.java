package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.US_ASCII);
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330, 999_000_000);
    /** By {@code openssl dgst -sha256 -hmac} over {@code msg-1.1614265330.} and the body. */
    private static final String EXPECTED = "v1,q3lfKEineZp3KO9RAkVRZVGBAvONEBbmniE+EPKRySc=";

    @Test
    void isWhatOpensslComputes() {
        assertThat(WebhookSignature.of(List.of(SECRET), "msg-1", AT, BODY)).isEqualTo(EXPECTED);
    }

    @Test
    void isThereForEachSecretWhileOneIsReplaced() {
        byte[] fresh = {1, 2, 3};

        assertThat(WebhookSignature.of(List.of(fresh, SECRET), "msg-1", AT, BODY).split(" ")).hasSize(2).endsWith(EXPECTED);
    }
}
