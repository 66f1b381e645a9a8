package io.fairway.boot;

import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.KeyFile;
import io.fairway.signing.SigningKey;
import io.fairway.signing.SigningTimestampAuthority;
import io.fairway.signing.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.Locale;
import java.util.Map;

/** The authority of a hub that was given none: its root, seals of every suite as they are asked for, and timestamps. For development. */
final class DevelopmentSigning {
    private static final Period VALIDITY = Period.ofYears(2);
    private static final Period TIMES_VALIDITY = Period.ofYears(12);
    private static final Duration EARLIER = Duration.ofMinutes(5);
    private static final Duration LIST_VALIDITY = Duration.ofDays(7);

    private final DevelopmentAuthority authority;
    private final SigningKey times;
    private final Path seals;
    private final char[] password;
    private final InstantSource clock;

    private DevelopmentSigning(DevelopmentAuthority authority, SigningKey times, Path seals, char[] password, InstantSource clock) {
        this.authority = authority;
        this.times = times;
        this.seals = seals;
        this.password = password.clone();
        this.clock = clock;
    }

    /** Keys kept in the folder; made when they are not there. */
    static DevelopmentSigning open(Path folder, char[] password, InstantSource clock) throws IOException, GeneralSecurityException {
        Instant from = clock.instant().minus(EARLIER);
        var rootFile = new KeyFile(folder.resolve("authority.p12"), password);
        if (!rootFile.exists()) {
            rootFile.store(DevelopmentAuthority.create("CN=Fairway development authority", Suite.ECDSA_P256_SHA256, from).root());
        }
        var authority = DevelopmentAuthority.of(rootFile.open().getFirst());
        var timesFile = new KeyFile(folder.resolve("timestamps.p12"), password);
        if (!timesFile.exists()) {
            timesFile.store(authority.issue("CN=Fairway development timestamps", Suite.ECDSA_P256_SHA256, Purpose.TIMESTAMPS, from, TIMES_VALIDITY));
        }
        Path seals = Files.createDirectories(folder.resolve("seals"));
        return new DevelopmentSigning(authority, timesFile.open().getFirst(), seals, password, clock);
    }

    /** Makes a seal of this suite in the folder of seals, when there is none. */
    void makeSeal(Suite suite) throws IOException, GeneralSecurityException {
        var file = new KeyFile(seals.resolve(suite.name().toLowerCase(Locale.ROOT) + ".p12"), password);
        if (!file.exists()) {
            file.store(authority.issue("CN=Fairway development seal", suite, Purpose.SIGNING, clock.instant().minus(EARLIER), VALIDITY));
        }
    }

    Path seals() {
        return seals;
    }

    X509Certificate root() {
        return authority.root().certificate();
    }

    X509Certificate timesCertificate() {
        return times.certificate();
    }

    SigningTimestampAuthority timestamps() {
        return new SigningTimestampAuthority(times, clock);
    }

    /** A list of this moment that revokes nothing. */
    X509CRL revocationList() throws GeneralSecurityException {
        Instant now = clock.instant();
        return authority.revocationList(Map.of(), now.minus(EARLIER), now.plus(LIST_VALIDITY));
    }
}
