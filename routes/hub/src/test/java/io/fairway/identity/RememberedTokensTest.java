package io.fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:15:00Z");

    private final AtomicInteger checks = new AtomicInteger();
    private Instant now = BEGIN;
    private Duration life = Duration.ofMinutes(5);
    private String issuer = "https://issuer.example";
    private boolean refused;
    private final RememberedTokens tokens = new RememberedTokens(this::check, () -> now);

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (refused) {
            throw new BadJwtException("revoked");
        }
        return new Jwt(token, BEGIN, BEGIN.plus(life), Map.of("alg", "ES256"), Map.of("iss", issuer));
    }

    @Test
    void checkTheSameTokenOnceInHalfAMinute() {
        Jwt first = tokens.decode("a");
        now = BEGIN.plusSeconds(29);

        assertThat(tokens.decode("a")).isSameAs(first);
        assertThat(checks).hasValue(1);
        assertThat(tokens.decode("b").getTokenValue()).isEqualTo("b");
        assertThat(checks).hasValue(2);
    }

    @Test
    void refuseARevokedOneAfterHalfAMinute() {
        tokens.decode("a");
        refused = true;
        now = BEGIN.plusSeconds(30);

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void rememberNoneBeyondItsExpiry() {
        life = Duration.ofSeconds(10);
        tokens.decode("a");
        refused = true;
        now = BEGIN.plusSeconds(10);

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void checkWhatAPartySignedItselfEachTime() {
        issuer = OwnCredentials.ISSUER + "HUBLINE";
        tokens.decode("a");
        refused = true;

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void rememberNoRefusal() {
        refused = true;
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        refused = false;

        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
    }
}
