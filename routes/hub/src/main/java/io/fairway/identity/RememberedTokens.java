package io.fairway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for half a minute that an issuer's token is good: a system sends the same one with each of its requests. Not past its expiry; whether
 * its party may act is asked with every request all the same. Tokens that a party signs itself are checked anew each time, as its key may be taken
 * back at any moment.
 */
final class RememberedTokens implements JwtDecoder {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Map<String, Remembered> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    });

    private record Remembered(Jwt token, Instant until) {
    }

    RememberedTokens(JwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        Remembered known = remembered.get(token);
        if (known != null && now.isBefore(known.until())) {
            return known.token();
        }
        remembered.remove(token);
        Jwt good = decoder.decode(token);
        if (!good.getClaimAsString("iss").startsWith(OwnCredentials.ISSUER) && good.getExpiresAt() != null) {
            Instant longest = now.plus(LONGEST);
            remembered.put(token, new Remembered(good, longest.isBefore(good.getExpiresAt()) ? longest : good.getExpiresAt()));
        }
        return good;
    }
}
