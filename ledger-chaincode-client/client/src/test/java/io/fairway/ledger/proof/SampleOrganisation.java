package io.fairway.ledger.proof;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** An organisation with a certification authority and real keys. */
public final class SampleOrganisation {
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");
    private static final BigInteger ORDER = SECNamedCurves.getByName("secp256r1").getN();

    private final String mspId;
    private final KeyPair keys = newKeys();
    private final X509Certificate authority;

    public SampleOrganisation(String mspId) {
        this.mspId = mspId;
        this.authority = certificate("CN=ca." + mspId, keys, "CN=ca." + mspId, keys, true);
    }

    /** Somebody of this organisation. */
    public record Somebody(String mspId, KeyPair keys, X509Certificate certificate) {
        public ByteString identity() {
            return SerializedIdentity.newBuilder().setMspid(mspId).setIdBytes(ByteString.copyFromUtf8(pem(certificate))).build().toByteString();
        }

        /** Signs as Fabric does: the smaller s. */
        public ByteString sign(ByteString... parts) {
            return ByteString.copyFrom(withSmallerS(signAnyhow(parts)));
        }

        /** Signs with the larger s, which Fabric refuses. */
        public ByteString signWithTheLargerS(ByteString... parts) {
            var numbers = ASN1Sequence.getInstance(sign(parts).toByteArray());
            var s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
            return ByteString.copyFrom(encoded(ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue(), ORDER.subtract(s)));
        }

        private byte[] signAnyhow(ByteString... parts) {
            try {
                var ecdsa = Signature.getInstance("SHA256withECDSA");
                ecdsa.initSign(keys.getPrivate());
                for (var part : parts) {
                    ecdsa.update(part.toByteArray());
                }
                return ecdsa.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public String mspId() {
        return mspId;
    }

    public X509Certificate authority() {
        return authority;
    }

    /** Somebody with this role as organisational unit: peer, orderer, client, admin. */
    public Somebody somebody(String role) {
        var own = newKeys();
        return new Somebody(mspId, own, certificate("CN=" + role + "0." + mspId + ",OU=" + role, own, "CN=ca." + mspId, keys, false));
    }

    /** A server on 127.0.0.1. */
    public Somebody server() {
        var own = newKeys();
        return new Somebody(mspId, own, certificate("CN=server." + mspId, own, "CN=ca." + mspId, keys, false));
    }

    /** A private key in PKCS#8. */
    public static String pkcs8(Somebody somebody) {
        return pem(new PemObject("PRIVATE KEY", somebody.keys().getPrivate().getEncoded()));
    }

    public static String pem(Object object) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static byte[] withSmallerS(byte[] signature) {
        var numbers = ASN1Sequence.getInstance(signature);
        var s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
        return encoded(ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue(), s.min(ORDER.subtract(s)));
    }

    private static byte[] encoded(BigInteger r, BigInteger s) {
        try {
            return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String subject, KeyPair own, String issuer, KeyPair signer, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(new X500Name(issuer), BigInteger.ONE, Date.from(SINCE), Date.from(UNTIL),
                    new X500Name(subject), own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorException e) {
            throw new IllegalStateException(e);
        }
    }
}
