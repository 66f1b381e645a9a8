package io.fairway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.registry.EnrolledKey;
import io.fairway.usecase.registry.EnrolledKeys;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Takes, besides the tokens of the issuer, those that a party's system or device signs itself with a key it enrolled: {@code iss} and
 * {@code sub} are {@code urn:fairway:party:} and its id, {@code aud} is {@code fairway}, {@code exp} at most five minutes after
 * {@code iat}, {@code kid} the key's thumbprint (after RFC 7523). So systems and devices go on while the identity provider is away. The
 * roles are those the party is registered with.
 */
final class OwnCredentials implements JwtDecoder {
    static final String ISSUER = "urn:fairway:party:";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    private final JwtDecoder issued;
    private final EnrolledKeys enrolled;
    private final Parties parties;
    private final InstantSource clock;

    OwnCredentials(JwtDecoder issued, EnrolledKeys enrolled, Parties parties, InstantSource clock) {
        this.issued = issued;
        this.enrolled = enrolled;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Optional<SignedJWT> own = own(token);
        return own.isPresent() ? verified(token, own.get()) : issued.decode(token);
    }

    private static Optional<SignedJWT> own(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            String issuer = parsed.getJWTClaimsSet().getIssuer();
            return issuer != null && issuer.startsWith(ISSUER) ? Optional.of(parsed) : Optional.empty();
        } catch (ParseException notOurs) {
            return Optional.empty();
        }
    }

    private Jwt verified(String token, SignedJWT signed) {
        try {
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            PartyId party = new PartyId(claims.getIssuer().substring(ISSUER.length()));
            check(ALGORITHMS.contains(signed.getHeader().getAlgorithm()), "an algorithm that is taken here");
            EnrolledKey key = Optional.ofNullable(signed.getHeader().getKeyID()).flatMap(enrolled::authenticating)
                    .filter(found -> found.party().equals(party)).orElseThrow(() -> new BadJwtException("Expected an enrolled key of the party"));
            check(claims.getIssuer().equals(claims.getSubject()), "sub to be iss");
            check(claims.getAudience().contains(EmbeddedIssuer.AUDIENCE), "the audience " + EmbeddedIssuer.AUDIENCE);
            checkTimes(claims);
            check(signed.verify(verifier(signed, key)), "a right signature");
            PartyRecord record = parties.find(party).orElseThrow(() -> new BadJwtException("Expected a registered party"));
            return new Jwt(token, claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant(),
                    Map.of("kid", key.keyId()), Map.of("iss", claims.getIssuer(), "party", party.value(), "roles",
                    record.roles().stream().map(Enum::name).toList(), "aud", List.of(EmbeddedIssuer.AUDIENCE)));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new BadJwtException("The token cannot be read", e);
        }
    }

    private void checkTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date issuedAt = claims.getIssueTime();
        Date ends = claims.getExpirationTime();
        check(issuedAt != null && ends != null, "iat and exp");
        if (issuedAt != null && ends != null) {
            check(!issuedAt.toInstant().isAfter(now.plus(SKEW)), "iat in the past");
            check(now.isBefore(ends.toInstant()), "exp in the future");
            check(Duration.between(issuedAt.toInstant(), ends.toInstant()).compareTo(LONGEST) <= 0, "exp at most five minutes after iat");
        }
    }

    private static JWSVerifier verifier(SignedJWT signed, EnrolledKey key) throws ParseException, JOSEException {
        if (!(JWK.parse(key.jwk()) instanceof AsymmetricJWK asymmetric)) {
            throw new BadJwtException("Expected an asymmetric key");
        }
        return new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), asymmetric.toPublicKey());
    }

    private static void check(boolean holds, String expected) {
        if (!holds) {
            throw new BadJwtException("Expected " + expected);
        }
    }
}
