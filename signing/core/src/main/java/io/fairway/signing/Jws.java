package io.fairway.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/**
 * Compact JWS (RFC 7515) with ES256 or PS256, bound to the signer's certificate by {@code x5t#S256} and dated by {@code iat}, as JAdES
 * level B wants it (ETSI TS 119 182-1).
 */
public final class Jws {
    static final int HALF = 32;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** How the signer's certificate is named. */
    public enum Naming {
        /** The chain is sent along ({@code x5c}), for receivers that know only the root. */
        CHAIN,
        /** Only by digest, for short tokens between parties that know each other's certificates. */
        DIGEST
    }

    private Jws() {
    }

    /**
     * @param payload any bytes; JSON of which a checksum is taken elsewhere too should be {@linkplain CanonicalJson canonical}
     * @param at signing time, cut to seconds
     * @return three parts in base64url, joined by dots
     * @throws IllegalArgumentException for a suite without a registered JWS algorithm
     * @throws NoUsableKeyException when the certificate is not valid at that time
     */
    public static String sign(byte[] payload, SigningKey key, Naming naming, Instant at) {
        String algorithm = key.suite().jws().orElseThrow(() -> new IllegalArgumentException("No JWS algorithm for " + key.suite()));
        if (!key.isValidAt(at)) {
            throw new NoUsableKeyException("The certificate of " + key.certificate().getSubjectX500Principal() + " is not valid at " + at);
        }
        try {
            String input = BASE64URL.encodeToString(CanonicalJson.write(header(algorithm, key.chain(), naming, at))) + '.'
                    + BASE64URL.encodeToString(payload);
            Signature signature = Algorithms.forSigning(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            byte[] value = key.suite() == Suite.ECDSA_P256_SHA256 ? concatenated(signature.sign()) : signature.sign();
            return input + '.' + BASE64URL.encodeToString(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with the key of " + key.certificate().getSubjectX500Principal(), e);
        }
    }

    private static Json header(String algorithm, List<X509Certificate> chain, Naming naming, Instant at) throws GeneralSecurityException {
        Map<String, Json> header = new LinkedHashMap<>();
        header.put("alg", new Json.Text(algorithm));
        header.put("iat", new Json.Number(at.getEpochSecond()));
        header.put("x5t#S256", new Json.Text(thumbprint(chain.getFirst())));
        if (naming == Naming.CHAIN) {
            List<Json> certificates = new ArrayList<>();
            for (X509Certificate certificate : chain) {
                certificates.add(new Json.Text(Base64.getEncoder().encodeToString(certificate.getEncoded())));
            }
            header.put("x5c", new Json.Elements(certificates));
        }
        return new Json.Members(header);
    }

    static String thumbprint(X509Certificate certificate) throws GeneralSecurityException {
        return BASE64URL.encodeToString(Algorithms.digest("SHA-256").digest(certificate.getEncoded()));
    }

    /** R and S side by side (RFC 7518, 3.4) instead of DER. */
    static byte[] concatenated(byte[] der) {
        ASN1Sequence both = ASN1Sequence.getInstance(der);
        byte[] out = new byte[2 * HALF];
        put(((ASN1Integer) both.getObjectAt(0)).getPositiveValue(), out, 0);
        put(((ASN1Integer) both.getObjectAt(1)).getPositiveValue(), out, HALF);
        return out;
    }

    static byte[] der(byte[] concatenated) throws IOException {
        var vector = new ASN1EncodableVector();
        vector.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(concatenated, 0, HALF))));
        vector.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(concatenated, HALF, 2 * HALF))));
        return new DERSequence(vector).getEncoded();
    }

    private static void put(BigInteger number, byte[] out, int offset) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > HALF ? bytes.length - HALF : 0;
        System.arraycopy(bytes, from, out, offset + HALF - (bytes.length - from), bytes.length - from);
    }
}
