package io.fairway.signing;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A signature algorithm with its digest. Which one is used towards a counterpart is that counterpart's configuration; nothing weaker
 * than these is made or accepted.
 */
public enum Suite {
    /** ECDSA on P-256 with SHA-256 (FIPS 186-5); the default. */
    ECDSA_P256_SHA256("SHA-256", "SHA256withECDSA", "ES256"),
    /** RSASSA-PSS (RFC 8017) with SHA-256, MGF1 over SHA-256 and a salt of 32 bytes; keys of 2048 to 8192 bits. */
    RSA_PSS_SHA256("SHA-256", "RSASSA-PSS", "PS256"),
    /** SM2 with SM3 (GB/T 32918, GB/T 32905) and the usual signer identifier 1234567812345678. */
    SM2_SM3("SM3", "SM3withSM2", "");

    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;

    private final String digest;
    private final String signature;
    private final String jws;

    Suite(String digest, String signature, String jws) {
        this.digest = digest;
        this.signature = signature;
        this.jws = jws;
    }

    /** JCA name of the digest. */
    public String digest() {
        return digest;
    }

    /** The {@code alg} of RFC 7518, section 3.1; empty for SM2, which has none registered. */
    public Optional<String> jws() {
        return jws.isEmpty() ? Optional.empty() : Optional.of(jws);
    }

    String signature() {
        return signature;
    }

    /** Digest algorithm as an ASN.1 identifier, without parameters. */
    AlgorithmIdentifier digestIdentifier() {
        return new AlgorithmIdentifier(this == SM2_SM3 ? GMObjectIdentifiers.sm3 : NISTObjectIdentifiers.id_sha256);
    }

    /** The suite a public key belongs to; empty for a key of another kind, another curve or another length. */
    public static Optional<Suite> of(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        if (PKCSObjectIdentifiers.rsaEncryption.equals(info.getAlgorithm().getAlgorithm())) {
            return ofModulus(info);
        }
        if (!X9ObjectIdentifiers.id_ecPublicKey.equals(info.getAlgorithm().getAlgorithm())) {
            return Optional.empty();
        }
        if (X9ObjectIdentifiers.prime256v1.equals(info.getAlgorithm().getParameters())) {
            return Optional.of(ECDSA_P256_SHA256);
        }
        return GMObjectIdentifiers.sm2p256v1.equals(info.getAlgorithm().getParameters()) ? Optional.of(SM2_SM3) : Optional.empty();
    }

    private static Optional<Suite> ofModulus(SubjectPublicKeyInfo info) {
        try {
            int bits = RSAPublicKey.getInstance(info.parsePublicKey()).getModulus().bitLength();
            return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS ? Optional.of(RSA_PSS_SHA256) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
