package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fairway.devledger.DevLedger;
import io.fairway.devledger.TamperedLedgerException;
import io.fairway.ledger.LedgerProfile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateException;
import java.util.List;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the development ledger finds again, and what it refuses to start on. */
@Tag("long")
class DevLedgerRestartTest {
    private static final String CARRIER = LedgerUnderTest.CARRIER;

    @TempDir
    private Path home;

    private DevLedgerUnderTest development;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        development = new DevLedgerUnderTest(home);
    }

    @AfterEach
    void close() {
        development.close();
    }

    @Test
    void everythingIsThereAfterARestart() throws GatewayException, IOException, InterruptedException {
        carrier().submit("put", "key", "one");
        carrier().submit("put", "key", "two");
        carrier().submit("setPolicy", "key", "CarrierMSP", "BankMSP");
        var status = putPrivate("secret", "420");
        var stored = carrier().endorse(List.of(), "increment", "counter").getBytes();

        development.stop();
        development.start();

        assertThat(carrier().read("get", "key")).isEqualTo("two");
        assertThat(carrier().read("history", "key").lines()).containsExactly("two", "one");
        assertThat(carrier().read("getPrivate", "shared", "secret")).isEqualTo("420");
        assertThat(carrier().read("getPolicy", "key")).isNotEmpty();
        assertThat(carrier().submit("put", "more", "blocks").getBlockNumber()).isEqualTo(status.getBlockNumber() + 1);
        assertThat(Party.submit(carrier().gateway().newTransaction(stored)).getCode()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void privateValuesThatWereEndorsedBeforeARestartAreCommittedAfterIt() throws GatewayException, IOException, InterruptedException {
        var endorsed = carrier().contract().newProposal("putPrivate").addArguments("shared", "late").putTransient("value", "kept").build().endorse();
        var stored = endorsed.getBytes();

        development.stop();
        development.start();

        assertThat(Party.submit(carrier().gateway().newTransaction(stored)).getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(carrier().read("getPrivate", "shared", "late")).isEqualTo("kept");
    }

    @Test
    void theStateIsMadeAnewFromTheBlocks() throws GatewayException, IOException, InterruptedException {
        carrier().submit("put", "key", "one");
        carrier().submit("put", "key", "two");
        putPrivate("secret", "420");
        development.stop();

        Files.delete(home.resolve("state.mv"));
        development.start();

        assertThat(carrier().read("get", "key")).isEqualTo("two");
        assertThat(carrier().read("history", "key").lines()).containsExactly("two", "one");
        assertThat(carrier().read("getPrivate", "shared", "secret")).isEqualTo("420");
    }

    @Test
    void aFlippedByteInAnyBlockIsFoundAtStart() throws GatewayException, IOException, InterruptedException {
        carrier().submit("put", "key", "original-value");
        carrier().submit("put", "key", "another");
        development.stop();
        var blocks = home.resolve("blocks");
        int at = indexOf(Files.readAllBytes(blocks), "original-value");
        flip(blocks, at);

        assertThatExceptionOfType(TamperedLedgerException.class).isThrownBy(() -> development.start())
                .withMessageContaining("data hash mismatch in block 2");

        flip(blocks, at);
        development.start();
        assertThat(carrier().read("get", "key")).isEqualTo("another");
    }

    @Test
    void anAcknowledgedBlockThatIsMissingIsFoundAtStart() throws GatewayException, IOException, InterruptedException {
        carrier().submit("put", "key", "acknowledged");
        development.stop();
        var blocks = home.resolve("blocks");
        var whole = Files.readAllBytes(blocks);
        try (var file = new RandomAccessFile(blocks.toFile(), "rw")) {
            file.setLength(whole.length - 7);
        }

        assertThatExceptionOfType(TamperedLedgerException.class).isThrownBy(() -> development.start()).withMessageContaining("was acknowledged");

        Files.write(blocks, whole);
        development.start();
        assertThat(carrier().read("get", "key")).isEqualTo("acknowledged");
    }

    @Test
    void aTornTailThatWasNeverAcknowledgedIsCutAndKeptAside() throws GatewayException, IOException, InterruptedException {
        carrier().submit("put", "key", "acknowledged");
        development.stop();
        Files.write(home.resolve("blocks"), new byte[] {0, 0, 16, 0, 10, 20, 30}, StandardOpenOption.APPEND);

        development.start();

        assertThat(carrier().read("get", "key")).isEqualTo("acknowledged");
        assertThat(carrier().submit("put", "key", "goes on").getCode()).isEqualTo(TxValidationCode.VALID);
        try (var files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith("blocks.torn-"));
        }
    }

    @Test
    void aSecondOneInTheSameFolderIsRefused() {
        assertThatIOException().isThrownBy(() -> DevLedger.start(home, development.settings())).withMessageContaining("already");
    }

    @Test
    void aChainOfOtherOrganisationsIsRefused() throws IOException, InterruptedException {
        development.stop();
        Files.delete(home.resolve("crypto/bank/ca.pem"));

        assertThatExceptionOfType(TamperedLedgerException.class).isThrownBy(() -> development.start()).withMessageContaining("other organisations");
    }

    @Test
    void theProfileFilesSayTheSameAndTheCertificatesSayWhatTheyAre() throws GatewayException, IOException, CertificateException {
        var bank = development.running().enrol("bank", "trade-desk");
        var profile = LedgerProfile.read(home.resolve("profiles/bank.properties"));

        try (var desk = LedgerUnderTest.connect(profile.as(bank))) {
            assertThat(desk.read("creator")).contains("BankMSP");
        }
        assertThat(profile).isEqualTo(development.running().profile("bank"));
        var certificate = org.hyperledger.fabric.client.identity.Identities.readX509Certificate(Files.newBufferedReader(bank.certificate()));
        assertThat(certificate.getSubjectX500Principal().getName()).contains("Fairway development");
    }

    private Party carrier() {
        return development.ledger().party(CARRIER);
    }

    private org.hyperledger.fabric.client.Status putPrivate(String key, String value) throws GatewayException {
        return Party.submit(carrier().contract().newProposal("putPrivate").addArguments("shared", key).putTransient("value", value).build().endorse());
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static void flip(Path file, int at) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
