package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairway.devledger.ChaincodeDefinition;
import io.fairway.devledger.ChaincodeHost;
import io.fairway.devledger.CollectionDefinition;
import io.fairway.devledger.CollectionDefinition.Access;
import io.fairway.devledger.DevLedger;
import io.fairway.devledger.DevLedgerSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chaincode servers as processes that the development ledger starts: the conformance chaincode, and the contract as it is shipped. */
@Tag("long")
class ChaincodeProcessTest {
    private static final List<Path> CLASS_PATH =
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();

    @TempDir
    private Path home;

    @Test
    void aChaincodeProcessThatDiesIsStartedAgainAndDialledAgain() throws IOException, InterruptedException, GatewayException {
        var settings = DevLedgerUnderTest.settings(host("io.fairway.ledger.conformance.ConformanceChaincodeMain"));
        try (var running = DevLedger.start(home, settings); var ledger = new LedgerUnderTest(running::profile)) {
            var carrier = ledger.party(LedgerUnderTest.CARRIER);
            assertThat(carrier.submit("put", "key", "one").getCode()).isEqualTo(TxValidationCode.VALID);

            var victims = ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
            assertThat(victims).hasSize(3);
            victims.forEach(ProcessHandle::destroyForcibly);
            victims.forEach(victim -> victim.onExit().join());

            Eventually.equal(true, () -> isAnswered(carrier));
            assertThat(carrier.read("get", "key")).isEqualTo("one");
        }
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .map(child -> child.onExit().join()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void theContractRunsAsItIsShipped() throws IOException, InterruptedException {
        var collection = new CollectionDefinition("releaseQuantities", "OR('CarrierMSP.member','PortMSP.member')",
                Optional.empty(), Access.MEMBERS_READ);
        var contract = new ChaincodeDefinition("fairway", "1", "MAJORITY", List.of(collection), host("io.fairway.contract.ContractMain"));
        var settings = DevLedgerSettings.of("harbour", contract, InstantSource.system());
        try (var running = DevLedger.start(home, settings); var ledger = new LedgerUnderTest(running::profile)) {
            assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> ledger.party(LedgerUnderTest.BANK).read("no.such.function"))
                    .satisfies(refusal -> assertThat(Party.reason(refusal)).contains("FW-"));
            assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> ledger.party(LedgerUnderTest.CARRIER).submit("bill.issue", "{}", "x"))
                    .satisfies(refusal -> assertThat(Party.reason(refusal)).contains("FW-"));
        }
    }

    private static boolean isAnswered(Party party) {
        try {
            party.submit("put", "again", "there");
            return true;
        } catch (GatewayException e) {
            return false;
        }
    }

    private static ChaincodeHost host(String mainClass) {
        return new ChaincodeHost.Started(CLASS_PATH, mainClass, List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }
}
