package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairway.signing.DevelopmentAuthority.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With SoftHSM, a token in software; skipped where it is not installed. */
class TokenKeysTest {
    private static final String PIN = "1234";
    private static final byte[] CONTENT = {1, 2, 3};
    private final Pki pki = Pki.SHARED;

    @TempDir
    Path folder;

    private Path configuration;

    @BeforeEach
    void makesAToken() throws Exception {
        Optional<Path> library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so").map(Path::of).filter(Files::exists).findFirst();
        String settings = System.getenv("SOFTHSM2_CONF");
        assumeTrue(library.isPresent(), "SoftHSM (package softhsm2) is not installed");
        assumeTrue(settings != null, "SOFTHSM2_CONF does not say where SoftHSM's settings may be written");
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(Path.of(settings), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        var made = new ProcessBuilder("softhsm2-util", "--init-token", "--free", "--label", "fairway", "--pin", PIN, "--so-pin", "5678")
                .redirectErrorStream(true).redirectOutput(folder.resolve("token.log").toFile()).start();
        assertThat(made.waitFor()).isZero();
        configuration = Files.writeString(folder.resolve("token.cfg"),
                "name = Test\nlibrary = " + library.get() + "\nslotListIndex = 0\nattributes(*,CKO_PRIVATE_KEY,*) = {\n  CKA_SIGN = true\n}\n");
    }

    @Test
    void signsWithAKeyThatNeverLeavesTheToken() throws Exception {
        assertThatThrownBy(() -> TokenKeys.open(configuration, "9999".toCharArray())).isInstanceOf(IOException.class);
        TokenKeys token = TokenKeys.open(configuration, PIN.toCharArray());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", token.provider());
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        token.certify("seal", pair.getPrivate(), pki.authority().certify("CN=Port,C=NL", pair.getPublic(), Purpose.SIGNING, NOW, Period.ofYears(1)));

        SigningKey key = token.key("seal");

        assertThat(key.key().getEncoded()).isNull();
        assertThat(new KeyFolder(Files.createDirectory(folder.resolve("empty")), new char[0], PIN.toCharArray()).keys()).isEmpty();
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.copy(configuration, keys.resolve("token.pkcs11"));
        assertThat(new KeyFolder(keys, new char[0], PIN.toCharArray()).keys()).extracting(SigningKey::certificate)
                .containsExactly(key.certificate());
        assertThat(new CadesVerifier(pki.policy()).verify(CONTENT, Cades.sign(CONTENT, key, NOW), NOW)).isInstanceOf(Verdict.TotalPassed.class);
        assertThat(new JwsVerifier(pki.policy()).verify(Jws.sign(CONTENT, key, Jws.Naming.CHAIN, NOW), NOW)).isInstanceOf(Verdict.TotalPassed.class);
        assertThatThrownBy(() -> token.key("other")).hasMessageContaining("other");
        assertThatThrownBy(() -> TokenKeys.open(folder.resolve("none.cfg"), PIN.toCharArray())).isInstanceOf(IOException.class);
        assertThat(List.of(key.chain().getLast())).containsExactly(pki.authority().root().certificate());
    }
}
