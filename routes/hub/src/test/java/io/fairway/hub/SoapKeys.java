package io.fairway.hub;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A signing key of a test party, with a certificate for it that nobody else vouches for. */
record SoapKeys(String publicPart, PrivateKey privateKey, X509Certificate certificate) {

    static SoapKeys fresh() {
        return valid(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(90)));
    }

    static SoapKeys valid(Instant from, Instant until) {
        try {
            var key = TestKeys.fresh().key();
            return new SoapKeys(key.toPublicJWK().toJSONString(), key.toECPrivateKey(),
                    certificate(key.toECPublicKey(), key.toECPrivateKey(), "SHA256withECDSA", from, until));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An RSA key, as policy engines of SOAP clients want it. */
    static SoapKeys rsa() {
        try {
            var key = new RSAKeyGenerator(2_048).generate();
            return new SoapKeys(key.toPublicJWK().toJSONString(), key.toPrivateKey(), certificate(key.toPublicKey(), key.toPrivateKey(),
                    "SHA256withRSA", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(90))));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(PublicKey own, PrivateKey signing, String algorithm, Instant from, Instant until) {
        try {
            var name = new X500Name("CN=A test party");
            var builder = new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(from.toEpochMilli()), Date.from(from), Date.from(until), name, own);
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signing)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enrols the key for signing; the party's administrator asks, another person confirms. */
    SoapKeys enrolled(RunningHub hub, String party) {
        String until = Instant.now().plus(Duration.ofDays(60)).toString();
        var act = hub.party(party + ".anna").create("/api/parties/" + party + "/keys",
                Map.of("jwk", publicPart, "purpose", "signing", "validUntil", until));
        hub.party(party + ".bo").create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());
        return this;
    }
}
