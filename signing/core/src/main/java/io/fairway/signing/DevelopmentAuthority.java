package io.fairway.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * A certificate authority for development: its root, certificates for sealing, for persons and for timestamps, and revocation lists
 * (RFC 5280). In real use an organisation's certificates come from an authority that others trust.
 */
public final class DevelopmentAuthority {
    private static final int SERIAL_BITS = 127;
    private static final int RSA_BITS = 3072;
    private static final Period ROOT_VALIDITY = Period.ofYears(30);

    private final SigningKey root;
    private final SecureRandom random = new SecureRandom();

    /** What a certificate is for. */
    public enum Purpose {
        /** Seals of organisations and signatures of persons. */
        SIGNING,
        /** A timestamp authority. */
        TIMESTAMPS
    }

    private DevelopmentAuthority(SigningKey root) {
        this.root = root;
    }

    /** An authority with a new root. */
    public static DevelopmentAuthority create(String name, Suite suite, Instant now) throws GeneralSecurityException {
        KeyPair pair = keyPair(suite, new SecureRandom());
        var builder = new JcaX509v3CertificateBuilder(new X500Name(name), new BigInteger(SERIAL_BITS, new SecureRandom()), Date.from(now),
                Date.from(now.atOffset(ZoneOffset.UTC).plus(ROOT_VALIDITY).toInstant()), new X500Name(name), pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            byte[] certificate = builder.build(Algorithms.signer(pair.getPrivate(), suite)).getEncoded();
            return of(SigningKey.of(pair.getPrivate(), List.of(Certificates.certificate(certificate))));
        } catch (IOException e) {
            throw new GeneralSecurityException("Cannot make a root certificate", e);
        }
    }

    /** An authority with a root kept from before. */
    public static DevelopmentAuthority of(SigningKey root) {
        return new DevelopmentAuthority(root);
    }

    /** The root with its key. */
    public SigningKey root() {
        return root;
    }

    /**
     * A new key with a certificate of this authority.
     *
     * @param name a distinguished name (RFC 4514)
     */
    public SigningKey issue(String name, Suite suite, Purpose purpose, Instant from, Period validity) throws GeneralSecurityException {
        KeyPair pair = keyPair(suite, random);
        return SigningKey.of(pair.getPrivate(), certify(name, pair.getPublic(), purpose, from, validity));
    }

    /**
     * A certificate for a key that its owner made.
     *
     * @param name a distinguished name (RFC 4514)
     * @return the certificate and the root
     */
    public List<X509Certificate> certify(String name, PublicKey key, Purpose purpose, Instant from, Period validity)
            throws GeneralSecurityException {
        Instant to = from.atOffset(ZoneOffset.UTC).plus(validity).toInstant();
        var builder = new JcaX509v3CertificateBuilder(root.certificate(), new BigInteger(SERIAL_BITS, random), Date.from(from), Date.from(to),
                new X500Name(name), key);
        try {
            var extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(root.certificate()));
            builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
            addUsage(builder, purpose);
            byte[] certificate = builder.build(Algorithms.signer(root)).getEncoded();
            return List.of(Certificates.certificate(certificate), root.certificate());
        } catch (IOException e) {
            throw new GeneralSecurityException("Cannot issue a certificate for " + name, e);
        }
    }

    private static void addUsage(JcaX509v3CertificateBuilder builder, Purpose purpose) throws CertIOException {
        switch (purpose) {
            case SIGNING -> builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            case TIMESTAMPS -> {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
        }
    }

    /**
     * A revocation list of this authority.
     *
     * @param revoked certificates and since when
     */
    public X509CRL revocationList(Map<X509Certificate, Instant> revoked, Instant issued, Instant next) throws GeneralSecurityException {
        var builder = new JcaX509v2CRLBuilder(root.certificate(), Date.from(issued));
        builder.setNextUpdate(Date.from(next));
        revoked.forEach((certificate, since) -> builder.addCRLEntry(certificate.getSerialNumber(), Date.from(since), 0));
        try {
            return Certificates.revocationList(builder.build(Algorithms.signer(root)).getEncoded());
        } catch (IOException e) {
            throw new GeneralSecurityException("Cannot make a revocation list", e);
        }
    }

    private static KeyPair keyPair(Suite suite, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = switch (suite) {
            case ECDSA_P256_SHA256 -> KeyPairGenerator.getInstance("EC");
            case RSA_PSS_SHA256 -> KeyPairGenerator.getInstance("RSA");
            case SM2_SM3 -> KeyPairGenerator.getInstance("EC", Algorithms.BOUNCY_CASTLE);
        };
        Optional<String> curve = switch (suite) {
            case ECDSA_P256_SHA256 -> Optional.of("secp256r1");
            case SM2_SM3 -> Optional.of("sm2p256v1");
            case RSA_PSS_SHA256 -> Optional.empty();
        };
        if (curve.isPresent()) {
            generator.initialize(new ECGenParameterSpec(curve.get()), random);
        } else {
            generator.initialize(RSA_BITS, random);
        }
        return generator.generateKeyPair();
    }
}
