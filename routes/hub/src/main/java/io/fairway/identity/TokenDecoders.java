package io.fairway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.fairway.usecase.Parties;
import io.fairway.usecase.registry.EnrolledKeys;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decoders of tokens: signature by a key of the issuer with an algorithm we name (never one the token names), issuer, audience
 * {@code fairway}, an expiry that is there and not past.
 */
public final class TokenDecoders {
    private static final Duration SKEW = Duration.ofSeconds(30);
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
        return new DiscoveringDecoder(issuer, keys -> decoder(kept(keys),
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), issuer.toString()), clock);
    }

    private JWKSource<SecurityContext> kept(URL keys) {
        var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_KEY_BYTES);
        return new IssuerKeys(() -> JWKSet.parse(retriever.retrieveResource(keys).getContent()), clock);
    }

    /** Besides an issuer's tokens, those that parties sign with their enrolled keys; these need no issuer to be there. */
    public JwtDecoder withOwnCredentials(JwtDecoder issued, EnrolledKeys enrolled, Parties parties) {
        return new RememberedTokens(new OwnCredentials(issued, enrolled, parties, clock), clock);
    }

    private JwtDecoder decoder(JWKSource<SecurityContext> keys, Set<JWSAlgorithm> algorithms, String issuer) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> { });
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(this::inTime, new JwtIssuerValidator(issuer),
                token -> check(token.getAudience() != null && token.getAudience().contains(EmbeddedIssuer.AUDIENCE),
                        "The token is not for the audience " + EmbeddedIssuer.AUDIENCE),
                token -> check(token.getExpiresAt() != null, "The token has no expiry")));
        return decoder;
    }

    private static OAuth2TokenValidatorResult check(boolean holds, String otherwise) {
        return holds ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, ""));
    }

    /** A token ends when it says; only its beginning may be a little ahead of our clock. */
    private OAuth2TokenValidatorResult inTime(Jwt token) {
        Instant now = clock.instant();
        boolean ended = token.getExpiresAt() != null && !now.isBefore(token.getExpiresAt());
        boolean early = token.getNotBefore() != null && token.getNotBefore().isAfter(now.plus(SKEW));
        return check(!ended && !early, "The token is not valid at this time");
    }
}
