package io.fairway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.ledger.LedgerProfile.KeyFiles;
import io.fairway.ledger.LedgerProfile.KeyStoreFile;
import io.fairway.ledger.LedgerProfile.Network;
import io.fairway.ledger.LedgerProfile.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerProfileTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        var file = folder.resolve("carrier.properties");
        var profile = profile().as(new KeyStoreFile("CarrierMSP", folder.resolve("hub.p12"), folder.resolve("hub.password")));

        profile.write(file);

        assertThat(LedgerProfile.read(file)).isEqualTo(profile);
        assertThat(file).content().contains("peer.tls=tls/ca.pem").doesNotContain(folder.toString());
    }

    @Test
    void aProfileWithoutIdentityGetsOne() throws IOException {
        var file = folder.resolve("network.properties");
        profile().write(file);

        var read = LedgerProfile.read(file);
        var bank = new KeyFiles("BankMSP", folder.resolve("bank.pem"), folder.resolve("bank-key.pem"));

        assertThat(read.identity()).isEmpty();
        assertThat(read.as(bank).identity()).contains(bank);
    }

    @Test
    void aMissingLineIsNamed() throws IOException {
        assertThatThrownBy(() -> read("channel=", "channel.was=")).hasMessageContaining("the line channel=… is missing");
        assertThatThrownBy(() -> read("endorsers.least=2", "")).hasMessageContaining("endorsers.least");
    }

    @Test
    void wrongOrUnknownLinesAreRefused() throws IOException {
        assertThatThrownBy(() -> read("network=development", "network=toy")).hasMessageContaining("found toy");
        assertThatThrownBy(() -> read("peer=127.0.0.1:7051", "peer=127.0.0.1")).hasMessageContaining("host:port");
        assertThatThrownBy(() -> read("endorsers.least=2", "endorsers.least=3")).hasMessageContaining("found 3");
        assertThatThrownBy(() -> read("endorsers.least=2", "endorsers.least=2\npeer.tsl=x")).hasMessageContaining("peer.tsl");
        assertThatThrownBy(() -> read("endorsers.least=2", "endorsers.least=2\nidentity.key=x")).hasMessageContaining("identity.key");
    }

    private LedgerProfile read(String line, String replacement) throws IOException {
        var file = folder.resolve("damaged.properties");
        profile().write(file);
        Files.writeString(file, Files.readString(file).replace(line, replacement));
        return LedgerProfile.read(file);
    }

    private LedgerProfile profile() {
        return new LedgerProfile(Network.DEVELOPMENT, "harbour", "fairway",
                new Peer("127.0.0.1:7051", folder.resolve("tls/ca.pem"), Optional.empty()),
                Map.of("CarrierMSP", folder.resolve("msp/carrier.pem"), "BankMSP", folder.resolve("msp/bank.pem")),
                Map.of("OrdererMSP", folder.resolve("msp/orderer.pem")), 2, Optional.empty());
    }
}
