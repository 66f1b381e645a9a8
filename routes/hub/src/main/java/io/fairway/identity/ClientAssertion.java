package io.fairway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.fairway.usecase.Identifiers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;

/** What the hub itself authenticates with at its identity provider: a JWT it signs with its own P-256 key (RFC 7523, 2.2), good for a minute. */
public final class ClientAssertion {
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final String client;
    private final ECPrivateKey key;
    private final Identifiers identifiers;
    private final InstantSource clock;

    private ClientAssertion(String client, ECPrivateKey key, Identifiers identifiers, InstantSource clock) {
        this.client = client;
        this.key = key;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Reads the key.
     *
     * @param client the hub's name at the provider
     * @param file the private key, PKCS#8 in PEM (RFC 7468), readable by its owner only
     * @throws IllegalArgumentException when there is no such key in the file
     */
    public static ClientAssertion open(String client, Path file, Identifiers identifiers, InstantSource clock) {
        byte[] pem = new OwnerFile(file).read().orElseThrow(() -> new IllegalArgumentException("Expected a key in " + file));
        String base64 = new String(pem, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            if (KeyFactory.getInstance("EC").generatePrivate(encoded) instanceof ECPrivateKey key
                    && Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
                return new ClientAssertion(client, key, identifiers, clock);
            }
            throw new IllegalArgumentException("Expected a key on the curve P-256 in " + file);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Expected a P-256 key as PKCS#8 in PEM in " + file, e);
        }
    }

    /** A fresh one. @param audience the issuer that it is for */
    public String forAudience(String audience) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder().issuer(client).subject(client).audience(audience).jwtID(identifiers.next().toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build();
        var signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).build(), claims);
        try {
            signed.sign(new ECDSASigner(key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot sign with P-256", e);
        }
    }
}
