package io.fairway.boot;

import io.fairway.identity.OwnerFile;
import io.fairway.web.soap.SingleWindowEndpoint.OwnKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key that signs SOAP answers: a PKCS#12 file for the hub's user alone, with an empty password; made, self-signed, when there is none.
 * RSA, because the policy engines of clients do not take elliptic curves for an algorithm suite of WS-SecurityPolicy.
 */
final class SoapKey {
    private static final String ALIAS = "hub";
    private static final char[] PASSWORD = new char[0];
    private static final Duration LASTS = Duration.ofDays(730);
    private static final int BITS = 3_072;
    private static final int SERIAL_BITS = 127;

    private final OwnerFile file;

    SoapKey(Path file) {
        this.file = new OwnerFile(file);
    }

    OwnKey findOrMake(SecureRandom random, Instant now) throws IOException, GeneralSecurityException {
        Optional<byte[]> kept = file.read();
        if (kept.isPresent()) {
            return read(kept.get());
        }
        OwnKey made = make(random, now);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, made.key(), PASSWORD, new Certificate[] {made.certificate()});
        var out = new ByteArrayOutputStream();
        store.store(out, PASSWORD);
        file.write(out.toByteArray());
        return made;
    }

    private static OwnKey read(byte[] content) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), PASSWORD);
        if (store.getKey(ALIAS, PASSWORD) instanceof PrivateKey key && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return new OwnKey(key, certificate);
        }
        throw new IOException("The file of the SOAP key has no key under the alias '" + ALIAS + "'");
    }

    private static OwnKey make(SecureRandom random, Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS, random);
        KeyPair pair = generator.generateKeyPair();
        var name = new X500Name("CN=Fairway SOAP answers");
        try {
            var certificate = new JcaX509v3CertificateBuilder(name, new BigInteger(SERIAL_BITS, random), Date.from(now),
                    Date.from(now.plus(LASTS)), name, pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
            return new OwnKey(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(certificate));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("Every Java platform signs with RSA", e);
        }
    }
}
