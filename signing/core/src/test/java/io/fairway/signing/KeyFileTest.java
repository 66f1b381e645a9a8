package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFileTest {
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final byte[] CONTENT = {1, 2, 3};
    private final Pki pki = Pki.SHARED;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Suite.class)
    void keepsAKeyOfEverySuiteWithItsChain(Suite suite) throws Exception {
        var file = new KeyFile(folder.resolve("seal.p12"), PASSWORD);
        assertThat(file.exists()).isFalse();

        file.store(pki.carrier(suite));
        SigningKey again = file.open().getFirst();

        assertThat(again.chain()).isEqualTo(pki.carrier(suite).chain());
        assertThat(new CadesVerifier(pki.policy(suite)).verify(CONTENT, Cades.sign(CONTENT, again, Pki.NOW), Pki.NOW))
                .isInstanceOf(Verdict.TotalPassed.class);
    }

    @Test
    void showsTheFileToItsOwnerOnlyAndRefusesAWrongPassword() throws Exception {
        Path file = folder.resolve("seal.p12");
        new KeyFile(file, PASSWORD).store(pki.carrier());

        assertThat(Files.getPosixFilePermissions(file)).containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThatThrownBy(() -> new KeyFile(file, "wrong".toCharArray()).open()).isInstanceOf(IOException.class);
    }

    @Test
    void readsEveryKeyOfAFolderAndLeavesOtherFilesAlone() throws Exception {
        new KeyFile(folder.resolve("a.p12"), PASSWORD).store(pki.carrier());
        new KeyFile(folder.resolve("b.p12"), PASSWORD).store(pki.carrier(Suite.SM2_SM3));
        Files.writeString(folder.resolve("readme.txt"), "keys");

        assertThat(new KeyFolder(folder, PASSWORD, new char[0]).keys()).extracting(SigningKey::suite)
                .containsExactly(Suite.ECDSA_P256_SHA256, Suite.SM2_SM3);
        Files.writeString(folder.resolve("c.p12"), "broken");
        assertThatThrownBy(() -> new KeyFolder(folder, PASSWORD, new char[0]).keys()).isInstanceOf(IOException.class);
    }

    @Test
    void opensAFileOfAFolderOnceForItsContentAndAgainWhenItChanges() throws Exception {
        Path file = folder.resolve("a.p12");
        new KeyFile(file, PASSWORD).store(pki.carrier());
        var keys = new KeyFolder(folder, PASSWORD, new char[0]);
        SigningKey first = keys.keys().getFirst();
        assertThat(keys.keys().getFirst()).isSameAs(first);

        new KeyFile(file, PASSWORD).store(pki.carrier(Suite.SM2_SM3));
        assertThat(keys.keys()).extracting(SigningKey::suite).containsExactly(Suite.SM2_SM3);

        Files.delete(file);
        assertThat(keys.keys()).isEmpty();
    }
}
