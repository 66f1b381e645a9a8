package io.fairway.contract;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Fabric identities of organisations: an administrator and an ordinary client each, as serialized bytes with a real certificate. */
final class Identities {
    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private Identities() {
    }

    static byte[] administrator(String organisation) {
        return MADE.computeIfAbsent(organisation + "/admin", any -> make(organisation, "admin"));
    }

    static byte[] client(String organisation) {
        return MADE.computeIfAbsent(organisation + "/client", any -> make(organisation, "client"));
    }

    private static byte[] make(String organisation, String unit) {
        return named(organisation, "C=CN,L=Xiamen,OU=" + unit + ",CN=User@" + organisation);
    }

    /** Somebody with this subject in the certificate. */
    static byte[] named(String organisation, String subject) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            var pair = generator.generateKeyPair();
            X500Name name = new X500Name(subject);
            byte[] certificate = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2036-01-01T00:00:00Z")), name, pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())).getEncoded();
            String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                    + "\n-----END CERTIFICATE-----\n";
            return SerializedIdentity.newBuilder().setMspid(organisation).setIdBytes(ByteString.copyFromUtf8(pem)).build().toByteArray();
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException cause) {
            throw new AssertionError(cause);
        }
    }
}
