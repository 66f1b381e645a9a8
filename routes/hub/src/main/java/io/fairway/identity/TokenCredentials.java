package io.fairway.identity;

import io.fairway.usecase.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Whom a password proves that is a token: one of the issuer, or one that its party signed with its enrolled key, as over HTTP. A broker asks
 * again at each use, so a token once verified is not verified again for five seconds, or until it ends.
 */
public final class TokenCredentials {
    private static final Duration TRUSTED = Duration.ofSeconds(5);
    private static final int MOST_CHARACTERS = 8192;

    private final JwtDecoder decoder;
    private final CallerClaims claims;
    private final InstantSource clock;
    private final int mostRemembered;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param ends when the proof ends */
    public record Proven(Caller caller, Instant ends) {
    }

    /** Whom a token proves, until when without another look. */
    private record Known(Proven proven, Instant until) {
    }

    /** @param mostRemembered tokens that are not verified again; those beyond are, at each use */
    public TokenCredentials(JwtDecoder decoder, CallerClaims claims, InstantSource clock, int mostRemembered) {
        this.decoder = decoder;
        this.claims = claims;
        this.clock = clock;
        this.mostRemembered = mostRemembered;
    }

    /** @return whom the token names, when it is good now */
    public Optional<Proven> prove(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Known found = known.get(token);
        if (found != null && now.isBefore(found.until())) {
            return Optional.of(found.proven());
        }
        known.values().removeIf(each -> !now.isBefore(each.until()));
        Optional<Proven> proven = verified(token);
        proven.filter(_ -> known.size() < mostRemembered).ifPresent(fresh -> known.put(token, new Known(fresh,
                fresh.ends().isBefore(now.plus(TRUSTED)) ? fresh.ends() : now.plus(TRUSTED))));
        return proven;
    }

    private Optional<Proven> verified(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return claims.convert(jwt) instanceof CallerAuthentication authentication && jwt.getExpiresAt() instanceof Instant ends
                    ? Optional.of(new Proven(authentication.getPrincipal(), ends)) : Optional.empty();
        } catch (JwtException | AuthenticationException refused) {
            return Optional.empty();
        }
    }
}
