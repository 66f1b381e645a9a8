package io.fairway.hub;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
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
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer("urn:fairway:party:" + party).subject("urn:fairway:party:" + party).audience("fairway")
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(240)));
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), change.apply(claims).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
