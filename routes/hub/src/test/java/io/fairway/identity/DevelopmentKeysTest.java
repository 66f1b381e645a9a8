package io.fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import io.fairway.usecase.PartyRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentKeysTest {
    private static final Instant START = Instant.parse("2026-03-02T01:15:00Z");
    private static final List<PartyRecord> PARTIES = ConfiguredParties.development(Optional.empty(), ZoneId.of("UTC")).all();

    @TempDir
    Path home;

    @Test
    void drawsSecretsOnceAndKeepsThemForItsOwnerOnly() throws IOException {
        var first = DevelopmentCredentials.open(home, "http://127.0.0.1:1", PARTIES, new SecureRandom());
        var second = DevelopmentCredentials.open(home, "http://127.0.0.1:2", PARTIES, new SecureRandom());

        String line = "HUBLINE";
        assertThat(second.of(line)).isEqualTo(first.of(line)).isPresent();
        assertThat(second.issuer()).isEqualTo("http://127.0.0.1:2");
        assertThat(first.clients().values()).extracting(DevelopmentCredentials.Client::secret).doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSize(43));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("dev-credentials.json")))).isEqualTo("rw-------");
        assertThat(first.toString()).doesNotContain(first.of(line).orElseThrow().secret());
    }

    @Test
    void signsWithTheNewestKeyAndVerifiesWithTheOneBefore() throws IOException {
        SigningKeys first = SigningKeys.open(home, START);
        SigningKeys same = SigningKeys.open(home, START.plus(Duration.ofDays(29)));
        SigningKeys turned = SigningKeys.open(home, START.plus(Duration.ofDays(31)));
        SigningKeys later = SigningKeys.open(home, START.plus(Duration.ofDays(61)));

        assertThat(same.signingKeyId()).isEqualTo(first.signingKeyId());
        assertThat(turned.signingKeyId()).isNotEqualTo(first.signingKeyId());
        assertThat(turned.all().getKeys()).extracting(JWK::getKeyID).containsExactly(turned.signingKeyId(), first.signingKeyId());
        assertThat(later.all().getKeys()).extracting(JWK::getKeyID).containsExactly(turned.signingKeyId());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("issuer-keys.json")))).isEqualTo("rw-------");
    }

    @Test
    void saysWhatToDoWithAKeyFileItCannotRead() throws IOException {
        Files.writeString(home.resolve("issuer-keys.json"), "nonsense");

        assertThatThrownBy(() -> SigningKeys.open(home, START)).hasMessageContaining("delete it to have new keys made");
    }

    @Test
    void servesDevelopmentPartiesToThisMachineOnly() throws IOException {
        assertThatCode(() -> LoopbackOnly.require(InetAddress.getByName("127.0.0.1"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> LoopbackOnly.require(InetAddress.getByName("0.0.0.0"))).isInstanceOf(UnsafeAddressException.class)
                .hasMessageContaining("refuses to serve its development parties on 0.0.0.0");
    }
}
