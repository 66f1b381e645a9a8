package io.fairway.flow;

import io.fairway.signing.SigningKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys of AS2 partners, each with a certificate that nobody else vouches for. */
final class As2Keys {
    private As2Keys() {
    }

    /** A fresh key whose certificate is valid a day before and thirty days after. */
    static SigningKey validAt(Instant time) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            var name = new X500Name("CN=An AS2 partner");
            var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(time.minus(Duration.ofDays(1))),
                    Date.from(time.plus(Duration.ofDays(30))), name, pair.getPublic());
            return SigningKey.of(pair.getPrivate(), List.of(new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
