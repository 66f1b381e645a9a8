package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.SealVerifier.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedSealTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");
    private static final byte[] CONTENT = "what was said".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private SealKey key;

    @BeforeEach
    void createsAKey() throws Exception {
        key = new SealKeyStore(folder.resolve("seal.p12"), "secret".toCharArray()).openOrCreate("Fairway", NOW);
    }

    @Test
    void passesForExactlyTheSealedBytes() {
        byte[] seal = new DetachedSeal(key).sign(CONTENT, NOW);

        assertThat(new SealVerifier(key.certificate()).verify(CONTENT, seal)).isEqualTo(new Verdict.TotalPassed());
    }

    @Test
    void failsForEveryFlippedByteOfTheContent() {
        byte[] seal = new DetachedSeal(key).sign(CONTENT, NOW);
        var verifier = new SealVerifier(key.certificate());

        for (int i = 0; i < CONTENT.length; i++) {
            byte[] changed = CONTENT.clone();
            changed[i] ^= 1;
            assertThat(verifier.verify(changed, seal)).isInstanceOf(Verdict.TotalFailed.class);
        }
    }

    @Test
    void failsForAnotherSealersKeyThoughItsCertificateIsInside() throws Exception {
        SealKey other = new SealKeyStore(folder.resolve("other.p12"), "secret".toCharArray()).openOrCreate("Fairway", NOW);
        byte[] seal = new DetachedSeal(other).sign(CONTENT, NOW);

        assertThat(new SealVerifier(key.certificate()).verify(CONTENT, seal)).isInstanceOf(Verdict.TotalFailed.class);
    }

    @Test
    void failsForRubbish() {
        assertThat(new SealVerifier(key.certificate()).verify(CONTENT, new byte[] {1, 2, 3})).isInstanceOf(Verdict.TotalFailed.class);
    }

    @Test
    void keepsTheKeyAndShowsTheFileToItsOwnerOnly() throws Exception {
        Path file = folder.resolve("seal.p12");
        SealKey again = new SealKeyStore(file, "secret".toCharArray()).openOrCreate("Fairway", NOW);

        assertThat(again.certificate()).isEqualTo(key.certificate());
        assertThat(Files.getPosixFilePermissions(file)).containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> new SealKeyStore(folder.resolve("seal.p12"), "wrong".toCharArray()).open())
                .isInstanceOf(IOException.class);
    }
}
