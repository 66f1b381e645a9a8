package io.fairway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decoders of tokens: signature by a key of the issuer with an algorithm we name (never one the token names), issuer, audience
 * {@code fairway}, an expiry that is there and not past.
 */
public final class TokenDecoders {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration KEYS_LIVE = Duration.ofMinutes(5);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int MOST_KEY_BYTES = 100_000;

    private final InstantSource clock;

    public TokenDecoders(InstantSource clock) {
        this.clock = clock;
    }

    /** For the embedded issuer: ES256 only, by keys that are at hand. */
    public JwtDecoder embedded(EmbeddedIssuer issuer) {
        return decoder(issuer.keySource(), Set.of(JWSAlgorithm.ES256), issuer.url());
    }

    /**
     * For an outside issuer: its keys are fetched when first needed, refreshed before they age, and used on for four hours while it
     * cannot be reached; an unreachable issuer makes tokens invalid only when no keys were ever seen.
     *
     * @param issuer the issuer's URL; its keys are where its discovery document says (OpenID Connect Discovery 1.0)
     */
    public JwtDecoder outside(URI issuer) {
        return new DiscoveringDecoder(issuer, keys -> decoder(cached(keys),
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), issuer.toString()), clock);
    }

    private static JWKSource<SecurityContext> cached(URL keys) {
        return JWKSourceBuilder.create(keys, new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_KEY_BYTES))
                .retrying(true).rateLimited(true)
                .cache(KEYS_LIVE.toMillis(), 2L * TIMEOUT_MILLIS).refreshAheadCache(true)
                .outageTolerant(OUTAGE.toMillis()).build();
    }

    private JwtDecoder decoder(JWKSource<SecurityContext> keys, Set<JWSAlgorithm> algorithms, String issuer) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> { });
        var decoder = new NimbusJwtDecoder(processor);
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(asClock());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(issuer),
                token -> check(token.getAudience() != null && token.getAudience().contains(EmbeddedIssuer.AUDIENCE),
                        "The token is not for the audience " + EmbeddedIssuer.AUDIENCE),
                token -> check(token.getExpiresAt() != null, "The token has no expiry")));
        return decoder;
    }

    private static OAuth2TokenValidatorResult check(boolean holds, String otherwise) {
        return holds ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, ""));
    }

    private Clock asClock() {
        return clock instanceof Clock c ? c : clock.withZone(ZoneOffset.UTC);
    }
}
