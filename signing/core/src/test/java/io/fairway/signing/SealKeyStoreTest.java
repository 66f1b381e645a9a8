package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeyStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");

    @TempDir
    Path folder;

    private SigningKey key;

    @BeforeEach
    void createsAKey() throws Exception {
        key = new SealKeyStore(folder.resolve("seal.p12"), "secret".toCharArray()).openOrCreate("Fairway", NOW);
    }

    @Test
    void keepsTheKeyAndShowsTheFileToItsOwnerOnly() throws Exception {
        Path file = folder.resolve("seal.p12");
        SigningKey again = new SealKeyStore(file, "secret".toCharArray()).openOrCreate("Fairway", NOW);

        assertThat(again.certificate()).isEqualTo(key.certificate());
        assertThat(Files.getPosixFilePermissions(file)).containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> new SealKeyStore(folder.resolve("seal.p12"), "wrong".toCharArray()).open())
                .isInstanceOf(IOException.class);
    }
}
