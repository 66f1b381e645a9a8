package io.fairway.identity;

import io.fairway.usecase.Caller;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Whom a device's password proves: a token of the issuer, or one that the device signed with its enrolled key, as over HTTP. */
public final class DeviceCredentials {
    private static final int MOST_CHARACTERS = 8192;

    private final JwtDecoder decoder;
    private final CallerClaims claims;

    public DeviceCredentials(JwtDecoder decoder, CallerClaims claims) {
        this.decoder = decoder;
        this.claims = claims;
    }

    /** @param ends when the proof ends */
    public record Proven(Caller caller, Instant ends) {
    }

    /** @return whom the token names, when it is good now */
    public Optional<Proven> prove(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            Jwt jwt = decoder.decode(token);
            return claims.convert(jwt) instanceof CallerAuthentication known && jwt.getExpiresAt() instanceof Instant ends
                    ? Optional.of(new Proven(known.getPrincipal(), ends)) : Optional.empty();
        } catch (JwtException | AuthenticationException refused) {
            return Optional.empty();
        }
    }
}
