package io.fairway.bench.signing;

import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import io.fairway.signing.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A sealing key and the authority above it.
 *
 * @param seal with its certificate alone, or with the root behind it
 * @param root whom everybody trusts
 * @param now  when everything happens
 */
public record Keys(SigningKey seal, X509Certificate root, Instant now) {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    /** Makes them. */
    public static Keys made(Suite suite, Instant now) throws GeneralSecurityException {
        var authority = DevelopmentAuthority.create("CN=Root " + suite, suite, now.minusSeconds(1));
        var seal = authority.issue("CN=Seal " + suite, suite, DevelopmentAuthority.Purpose.SIGNING, now.minusSeconds(1), Period.ofYears(1));
        return new Keys(seal, authority.root().certificate(), now);
    }

    /** Writes them into a folder, for a process that measures somebody else. */
    void write(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("seal.key"), seal.key().getEncoded());
        Files.write(folder.resolve("seal.cer"), seal.certificate().getEncoded());
        Files.write(folder.resolve("root.cer"), root.getEncoded());
        Files.writeString(folder.resolve("now"), now.toString());
    }

    /** Reads what another process wrote; not for SM2, which no peer here has. */
    public static Keys read(Path folder, Suite suite) throws IOException, GeneralSecurityException {
        var kind = KeyFactory.getInstance(suite == Suite.RSA_PSS_SHA256 ? "RSA" : "EC");
        var key = kind.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("seal.key"))));
        return new Keys(SigningKey.of(key, List.of(certificate(folder.resolve("seal.cer")))), certificate(folder.resolve("root.cer")),
                Instant.parse(Files.readString(folder.resolve("now"))));
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE).generateCertificate(in);
        }
    }

    TrustPolicy policy() {
        return TrustPolicy.of(Set.of(root));
    }
}
