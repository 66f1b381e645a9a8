package io.fairway.devledger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chaincode servers of all organisations, and the links of their peers to them. */
final class ChaincodeServers implements AutoCloseable {
    private final DevLedgerSettings settings;
    private final Path logs;
    private final List<ChaincodeProcess> processes = new ArrayList<>();
    private final List<ChaincodeLink> links = new ArrayList<>();

    ChaincodeServers(DevLedgerSettings settings, Path logs) {
        this.settings = settings;
        this.logs = logs;
    }

    /** The links of one organisation's peer, by chaincode. */
    Map<String, ChaincodeLink> linksOf(String organisation) throws IOException {
        var own = new HashMap<String, ChaincodeLink>();
        for (var chaincode : settings.chaincodes()) {
            var link = new ChaincodeLink(chaincode.name(), address(chaincode, organisation), settings.execution());
            links.add(link);
            own.put(chaincode.name(), link);
        }
        return Map.copyOf(own);
    }

    void awaitReady() throws IOException, InterruptedException {
        for (var process : processes) {
            process.awaitReady();
        }
    }

    @Override
    public void close() {
        links.forEach(ChaincodeLink::close);
        processes.forEach(ChaincodeProcess::close);
    }

    private InetSocketAddress address(ChaincodeDefinition chaincode, String organisation) throws IOException {
        return switch (chaincode.host()) {
            case ChaincodeHost.Running running -> {
                var address = running.servers().get(organisation);
                if (address == null) {
                    throw new IllegalArgumentException("Chaincode " + chaincode.name() + " has no server for " + organisation);
                }
                yield address;
            }
            case ChaincodeHost.Started started -> {
                var process = ChaincodeProcess.start(chaincode, started, organisation, logs);
                processes.add(process);
                yield process.address();
            }
        };
    }
}
