package io.fairway.boot;

import io.fairway.signing.Certificates;
import io.fairway.signing.OcspAnswer;
import io.fairway.signing.Revocations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Where the hub's keys, trust and timestamps come from ({@code docs/evidence.md}).
 *
 * @param keys {@code fairway.signing.keys}: folder of {@code *.p12} and {@code *.pkcs11}; absent: made for development
 * @param pin {@code fairway.signing.pin}, of the tokens
 * @param roots {@code fairway.signing.roots}: PEM file of the authorities the hub believes, beside its own
 * @param lists {@code fairway.signing.revocation-lists}: folder of {@code *.crl} and {@code *.ocsp}, read again as the keys are
 * @param revocation {@code fairway.signing.revocation}: whether level LT waits until it is known that no certificate is revoked
 * @param authorities {@code fairway.timestamps.authorities}: addresses, joined by commas; absent: the embedded one
 * @param limit {@code fairway.timestamps.limit}, for one answer
 * @param silence {@code fairway.timestamps.longest-silence}
 */
record SigningSettings(Optional<Path> keys, String pin, Optional<Path> roots, Optional<Path> lists, Revocation revocation,
                       List<URI> authorities, Duration limit, Duration silence) {

    /** What happens at level LT when an authority does not say whether a certificate is revoked. */
    enum Revocation {
        /** It is sealed at level T. */
        WANTED,
        /** It is not sealed, but tried again. */
        REQUIRED
    }

    SigningSettings {
        authorities = List.copyOf(authorities);
    }

    static SigningSettings of(Environment environment) {
        return new SigningSettings(path(environment, "fairway.signing.keys"), environment.getProperty("fairway.signing.pin", ""),
                path(environment, "fairway.signing.roots"), path(environment, "fairway.signing.revocation-lists"),
                environment.getProperty("fairway.signing.revocation", Revocation.class, Revocation.WANTED),
                Stream.of(environment.getProperty("fairway.timestamps.authorities", "").split(",")).map(String::strip)
                        .filter(address -> !address.isEmpty()).map(URI::create).toList(),
                environment.getRequiredProperty("fairway.timestamps.limit", Duration.class),
                environment.getRequiredProperty("fairway.timestamps.longest-silence", Duration.class));
    }

    private static Optional<Path> path(Environment environment, String name) {
        return Optional.of(environment.getProperty(name, "")).filter(value -> !value.isEmpty()).map(Path::of);
    }

    Set<X509Certificate> configuredRoots() throws IOException, GeneralSecurityException {
        return roots.isEmpty() ? Set.of() : Set.copyOf(Certificates.fromPem(Files.readAllBytes(roots.get())));
    }

    Revocations configuredRevocation() throws IOException, GeneralSecurityException {
        List<X509CRL> found = new ArrayList<>();
        for (Path file : ofKind(".crl")) {
            found.add(Certificates.revocationList(Files.readAllBytes(file)));
        }
        List<OcspAnswer> answers = new ArrayList<>();
        for (Path file : ofKind(".ocsp")) {
            answers.add(OcspAnswer.read(Files.readAllBytes(file)));
        }
        return new Revocations(found, answers);
    }

    private List<Path> ofKind(String ending) throws IOException {
        if (lists.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lists.get())) {
            return files.filter(each -> each.toString().endsWith(ending)).sorted().toList();
        }
    }
}
