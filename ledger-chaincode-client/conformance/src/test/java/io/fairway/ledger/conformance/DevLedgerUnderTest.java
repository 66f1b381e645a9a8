package io.fairway.ledger.conformance;

import io.fairway.devledger.BatchSettings;
import io.fairway.devledger.ChaincodeDefinition;
import io.fairway.devledger.ChaincodeHost;
import io.fairway.devledger.CollectionDefinition;
import io.fairway.devledger.CollectionDefinition.Access;
import io.fairway.devledger.DevLedger;
import io.fairway.devledger.DevLedgerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** A development ledger with the conformance chaincode, whose three servers run in this process. */
final class DevLedgerUnderTest implements AutoCloseable {
    static final List<CollectionDefinition> COLLECTIONS = List.of(
            new CollectionDefinition("shared", "OR('CarrierMSP.member','PortMSP.member','BankMSP.member')", Optional.empty(), Access.ANYBODY),
            new CollectionDefinition("carrierOnly", "OR('CarrierMSP.member')", Optional.of("OR('CarrierMSP.peer')"), Access.MEMBERS));

    private final Path home;
    private final List<NettyChaincodeServer> servers = new ArrayList<>();
    private final Map<String, InetSocketAddress> addresses = new HashMap<>();
    private DevLedger running;
    private LedgerUnderTest ledger;

    DevLedgerUnderTest(Path home) throws IOException, InterruptedException {
        this.home = home;
        for (var organisation : List.of("carrier", "port", "bank")) {
            var address = freeAddress();
            addresses.put(organisation, address);
            var server = ConformanceChaincodeMain.serve("conformance:1", address);
            servers.add(server);
            Thread.ofPlatform().daemon().start(() -> serve(server));
        }
        running = DevLedger.start(home, settings());
        ledger = new LedgerUnderTest(running::profile);
    }

    LedgerUnderTest ledger() {
        return ledger;
    }

    DevLedger running() {
        return running;
    }

    void stop() {
        ledger.close();
        running.close();
    }

    void start() throws IOException, InterruptedException {
        running = DevLedger.start(home, settings());
        ledger = new LedgerUnderTest(running::profile);
    }

    DevLedgerSettings settings() {
        var chaincode = new ChaincodeDefinition("conformance", "1", "MAJORITY", COLLECTIONS, new ChaincodeHost.Running(addresses));
        return DevLedgerSettings.of("harbour", chaincode, InstantSource.system());
    }

    static DevLedgerSettings settings(ChaincodeHost host) {
        var chaincode = new ChaincodeDefinition("conformance", "1", "MAJORITY", COLLECTIONS, host);
        var usual = DevLedgerSettings.of("harbour", chaincode, InstantSource.system());
        return new DevLedgerSettings(usual.channel(), usual.organisations(), usual.chaincodes(), BatchSettings.DEFAULT,
                usual.execution(), usual.clock());
    }

    @Override
    public void close() {
        stop();
        servers.forEach(NettyChaincodeServer::stop);
    }

    static InetSocketAddress freeAddress() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        }
    }

    private static void serve(NettyChaincodeServer server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The chaincode server did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
