package io.fairway.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.Fact;
import io.fairway.ledger.proof.FactProof;
import io.fairway.ledger.proof.MerkleTree;
import io.fairway.ledger.proof.SampleLedger;
import io.fairway.ledger.proof.SampleOrganisation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerMainTest {
    private static final String INTENT = """
            { "subject": "bill/line/0", "action": "bill.transfer", "actor": "carrier",
              "event": "event-0001", "version": "3" }""";

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final SampleLedger network = new SampleLedger();

    @Test
    void submitsForThePartyItselfFetchesTheReceiptAndChecksItOffline() throws IOException {
        var profile = folder.resolve("carrier.properties");
        try (var gateway = new GatewayOfOnePeer(network, folder)) {
            gateway.profile().write(profile);
            Files.writeString(folder.resolve("intent.json"), INTENT);
            assertThat(run(profile, "submit", file("intent.json"), "signature")).isZero();
            assertThat(printed()).contains("development ledger, not Fabric").contains("stands: transaction");
            assertThat(run(profile, "receipt", printed().replaceAll("(?s).*stands: transaction ([0-9a-f]{64}).*", "$1"), "--out", file("receipt"))).isZero();
        }

        assertThat(run(profile, "verify", file("receipt"))).isZero();
        assertThat(printed()).contains("PROVEN").contains("bill.transfer on channel harbour, submitted by CarrierMSP").doesNotContain("FAILS");

        var bytes = Files.readAllBytes(folder.resolve("receipt"));
        bytes[10] = (byte) (bytes[10] == 'a' ? 'b' : 'a');
        Files.write(folder.resolve("receipt"), bytes);
        assertThat(run(profile, "verify", file("receipt"))).isEqualTo(1);
        assertThat(printed()).contains("FAILS  TRANSACTION_IS_IN_BLOCK");
    }

    @Test
    void checksAFactOffline() throws IOException {
        var profile = folder.resolve("carrier.properties");
        try (var gateway = new GatewayOfOnePeer(network, folder)) {
            gateway.profile().write(profile);
        }
        var fact = new Fact("grossMass", "12000", new Fact.Salt(Digest.over(new byte[1])));
        var tree = MerkleTree.over(List.of(fact.leaf()));
        Files.write(folder.resolve("fact"), new FactProof(fact, tree.path(0)).bytes());

        assertThat(run(profile, "verify", file("fact"), "--root", tree.root().hex())).isZero();
        assertThat(printed()).contains("grossMass = 12000").contains("PROVEN");
        assertThat(run(profile, "verify", file("fact"), "--root", Digest.over(new byte[2]).hex())).isEqualTo(1);
        assertThat(run(profile, "verify", file("fact"))).isEqualTo(1);
    }

    @Test
    void signsAnIntentWithThePartysOwnKey() throws IOException {
        var party = network.bank.somebody("client");
        Files.writeString(folder.resolve("key.pem"), SampleOrganisation.pkcs8(party));
        Files.writeString(folder.resolve("certificate.pem"), SampleOrganisation.pem(party.certificate()));
        Files.writeString(folder.resolve("public.pem"), SampleOrganisation.pem(party.keys().getPublic()));
        Files.writeString(folder.resolve("intent.json"), INTENT);

        for (var key : List.of("certificate.pem", "public.pem")) {
            assertThat(run(folder, "intent", "sign", file("intent.json"), "--key", file("key.pem"), "--public", file(key))).isZero();
            assertThat(printed().lines().findFirst()).contains(
                    "{\"action\":\"bill.transfer\",\"actor\":\"carrier\",\"event\":\"event-0001\",\"subject\":\"bill/line/0\",\"version\":\"3\"}");
            assertThat(printed().lines().skip(1).findFirst().orElseThrow()).matches("[0-9a-f]{64}\\.[A-Za-z0-9_-]{86}");
        }
        Files.writeString(folder.resolve("public.pem"), SampleOrganisation.pem(network.bank.somebody("client").keys().getPublic()));
        assertThat(run(folder, "intent", "sign", file("intent.json"), "--key", file("key.pem"), "--public", file("public.pem"))).isEqualTo(2);
        assertThat(printed()).contains("does not belong");
    }

    @Test
    void saysWhatIsWrongWithACommand() {
        assertThat(run(folder)).isEqualTo(64);
        assertThat(run(folder, "dance")).isEqualTo(64);
        assertThat(printed()).contains("does not know 'dance'").contains("usage:");
        assertThat(run(folder, "show", "bill/x", "--profil", "x")).isEqualTo(64);
        assertThat(run(folder.resolve("absent"), "show", "bill/x")).isEqualTo(2);
    }

    private int run(Path profile, String... arguments) {
        printed.reset();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return LedgerMain.run(out, out, Map.of("FAIRWAY_LEDGER_PROFILE", profile.toString()), arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
