package io.fairway.bench.ledger;

import io.fairway.devledger.ChaincodeDefinition;
import io.fairway.devledger.ChaincodeHost;
import io.fairway.devledger.DevLedger;
import io.fairway.devledger.DevLedgerSettings;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.conformance.ConformanceChaincodeMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** A development ledger in this process, with a chaincode that puts values. */
final class DevelopmentNetwork implements AutoCloseable {
    private final DevLedger ledger;

    DevelopmentNetwork(Path home, InstantSource clock) throws IOException, InterruptedException {
        Map<String, InetSocketAddress> servers = new HashMap<>();
        for (var organisation : List.of("carrier", "port", "bank")) {
            servers.put(organisation, serve());
        }
        var chaincode = new ChaincodeDefinition("conformance", "1", "MAJORITY", List.of(), new ChaincodeHost.Running(servers));
        ledger = DevLedger.start(home, DevLedgerSettings.of("harbour", chaincode, clock));
    }

    LedgerProfile profile() {
        return ledger.profile("carrier");
    }

    private static InetSocketAddress serve() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
            socket.close();
            var server = ConformanceChaincodeMain.serve("conformance:1", address);
            Thread.ofPlatform().daemon().start(() -> run(server));
            return address;
        }
    }

    private static void run(NettyChaincodeServer server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The chaincode server did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
