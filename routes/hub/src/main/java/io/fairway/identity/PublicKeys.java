package io.fairway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** Keys that parties enrol: the public part, of a kind and strength that we take. */
public final class PublicKeys {
    private static final int LEAST_RSA_BITS = 2048;

    private PublicKeys() {
    }

    /** @param keyId RFC 7638 thumbprint (SHA-256) @param jwk RFC 7517 with this key id */
    public record PublicKey(String keyId, String jwk) {
    }

    /** What a certificate certifies. @param validUntil its last instant */
    public record Certified(PublicKey key, Instant validUntil) {
    }

    /** The key of a certificate, with the certificate in it (x5c); empty when it is none, or its key too weak. @param pem X.509 in PEM */
    public static Optional<Certified> certified(String pem) {
        X509Certificate certificate = X509CertUtils.parse(pem);
        if (certificate == null) {
            return Optional.empty();
        }
        try {
            return read(JWK.parse(certificate).toJSONString()).map(key -> new Certified(key, certificate.getNotAfter().toInstant()));
        } catch (JOSEException notAKey) {
            return Optional.empty();
        }
    }

    /** The key; empty when it is none, has a private part, or is too weak. */
    public static Optional<PublicKey> read(String json) {
        try {
            JWK key = JWK.parse(json);
            if (key.isPrivate() || !isStrong(key)) {
                return Optional.empty();
            }
            String id = key.computeThumbprint().toString();
            return Optional.of(new PublicKey(id, named(key, id).toJSONString()));
        } catch (ParseException | JOSEException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    /** The RFC 7638 thumbprint (SHA-256) by which a key is enrolled; empty when it is of no kind or strength that we take. */
    public static Optional<String> idOf(java.security.PublicKey key) {
        try {
            Optional<JWK> jwk = switch (key) {
                case ECPublicKey ec -> Optional.ofNullable(Curve.forECParameterSpec(ec.getParams())).map(curve -> new ECKey.Builder(curve, ec).build());
                case RSAPublicKey rsa -> Optional.of(new RSAKey.Builder(rsa).build());
                case java.security.PublicKey _ -> Optional.empty();
            };
            return jwk.isPresent() && isStrong(jwk.get()) ? Optional.of(jwk.get().computeThumbprint().toString()) : Optional.empty();
        } catch (JOSEException | IllegalArgumentException notTaken) {
            return Optional.empty();
        }
    }

    private static boolean isStrong(JWK key) {
        return switch (key) {
            case ECKey ec -> ec.getCurve().equals(Curve.P_256) || ec.getCurve().equals(Curve.P_384);
            case RSAKey rsa -> rsa.size() >= LEAST_RSA_BITS;
            case JWK _ -> false;
        };
    }

    private static JWK named(JWK key, String id) {
        return switch (key) {
            case ECKey ec -> new ECKey.Builder(ec).keyID(id).build();
            case RSAKey rsa -> new RSAKey.Builder(rsa).keyID(id).build();
            case JWK other -> other;
        };
    }
}
