package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.boot.TestConsortium;
import io.fairway.devledger.DevLedger;
import io.fairway.ledger.LedgerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a party got over REST, and what it reads on the ledger by its own certificate, with {@code ./fairway ledger} and no hub. */
@Tag("long")
class HubSwitchedOffTest {
    @TempDir
    static Path folder;
    private static Path receipt;
    private static String bill;

    @BeforeAll
    static void actAndSwitchTheHubOff() throws IOException {
        assumeTrue(Files.exists(LedgerHub.CONTRACT.resolve("contract.jar")), "the contract is not packaged");
        try (LedgerHub hub = LedgerHub.start(folder).awaitLedger()) {
            JsonNode issued = hub.act("HUBLINE", "bill.issue", "number", "HUBL0000001", "recipient", "HUBFWD", "form", "order", "orderTo", "HUBFWD",
                    "root", "ab".repeat(32));
            bill = issued.path("subject").asText();
            JsonNode right = hub.right("HUBFWD", issued, 1);
            JsonNode pledged = hub.act("HUBFWD", "bill.pledge", "right", right.path("id").asText(), "recipient", "HUBBANK");
            hub.right("HUBBANK", pledged, 2);
            receipt = Files.write(folder.resolve("pledge.receipt"),
                    hub.as("HUBFWD").get("/api/acts/" + pledged.path("id").asText() + "/receipt").body());
        }
    }

    @Test
    void provesAReceiptWithTheNetworksCertificatesAlone() throws IOException, InterruptedException {
        Path profile = folder.resolve("ledger/development/profiles/bank.properties");

        Ended good = ledger("verify", receipt.toString(), "--profile", profile.toString());

        assertThat(good.code()).as(good.output()).isZero();
        assertThat(good.output()).contains("bill.pledge");
        byte[] changed = Files.readAllBytes(receipt);
        changed[changed.length / 2] ^= 1;
        Ended bad = ledger("verify", Files.write(folder.resolve("changed.receipt"), changed).toString(), "--profile", profile.toString());
        assertThat(bad.code()).as(bad.output()).isNotZero();
    }

    @Test
    void readsAndChecksABillByTheBanksOwnCertificate() throws IOException, InterruptedException {
        try (DevLedger alone = TestConsortium.start(folder.resolve("ledger/development"), folder)) {
            Path profile = folder.resolve("teller.properties");
            LedgerProfile.Identity teller = alone.enrol("bank", "teller");
            alone.profile("bank").as(teller).write(profile);

            Ended history = ledger("history", bill, "--profile", profile.toString());

            assertThat(history.code()).as(history.output()).isZero();
            assertThat(history.output().lines().filter(line -> line.startsWith("proven by block"))).hasSize(2);
            assertThat(history.output()).contains("\"pledgee\":\"hubbank\"");
            assertThat(ledger("show", bill, "--profile", profile.toString()).output()).contains("\"holder\":\"hubfwd\"");
        }
    }

    private record Ended(int code, String output) {
    }

    /** {@code ./fairway ledger}, as a process of its own. */
    private static Ended ledger(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "ledger", ".out");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "io.fairway.ledger.fabric.LedgerMain"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
