package io.fairway.hub;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A key that a test party enrols, and what the party signs with it. */
record TestKeys(ECKey key) {

    static TestKeys fresh() {
        try {
            return new TestKeys(new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String publicPart() {
        return key.toPublicJWK().toJSONString();
    }

    /** A credential of the party for four minutes. */
    String credential(String party) {
        return credential(party, claims -> claims);
    }

    /** A credential with other claims. */
    String credential(String party, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), change.apply(claims(party)).build());
    }

    /** A credential with a critical header that nobody knows (RFC 7515, 4.1.11). */
    String critical(String party) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).criticalParams(Set.of("http://example.org/must"))
                .customParam("http://example.org/must", "be known").build(), claims(party).build());
    }

    /** A credential that nobody signed. */
    String unsigned(String party) {
        return new PlainJWT(claims(party).build()).serialize();
    }

    /** A credential signed with the public part of the key as if it were a shared secret. */
    String confused(String party) {
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims(party).build());
            token.sign(new MACSigner(Arrays.copyOf(publicPart().getBytes(StandardCharsets.UTF_8), 64)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims(String party) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer("urn:fairway:party:" + party).subject("urn:fairway:party:" + party).audience("fairway")
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(240)));
    }

    private String signed(JWSHeader header, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
