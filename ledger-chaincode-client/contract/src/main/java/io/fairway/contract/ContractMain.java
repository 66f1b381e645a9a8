package io.fairway.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;

/**
 * Serves the contract to one peer (chaincode as a service). The shim keeps the state of the conversation on the chaincode object, so every peer
 * needs a process of its own. Environment: {@code CORE_CHAINCODE_ID_NAME} the package id, {@code CHAINCODE_SERVER_ADDRESS} host:port to listen on;
 * for TLS {@code CORE_TLS_KEY_FILE}, {@code CORE_TLS_CERT_FILE} and, to ask the peer for its certificate, {@code CORE_TLS_ROOTCERT_FILE}.
 */
public final class ContractMain {
    private ContractMain() {
    }

    /** Starts, says so on standard output, and stays. Exits with 2 if the environment is incomplete. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String address = System.getenv("CHAINCODE_SERVER_ADDRESS");
        if (address == null || !address.matches("[^:]+:[0-9]+") || System.getenv("CORE_CHAINCODE_ID_NAME") == null) {
            System.err.println("Set CORE_CHAINCODE_ID_NAME to the package id and CHAINCODE_SERVER_ADDRESS to host:port.");
            System.exit(2);
            return;
        }
        FairwayContract contract = new FairwayContract();
        contract.processEnvironmentOptions();
        // what the shim's own start does; without it the first peer that dials is answered by an exception
        Properties configuration = contract.getChaincodeConfig();
        Metrics.initialize(configuration);
        Traces.initialize(configuration);
        NettyChaincodeServer server = new NettyChaincodeServer(contract, properties(address));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        System.out.println("Contract " + System.getenv("CORE_CHAINCODE_ID_NAME") + " listens on " + address);
        server.start();
    }

    private static ChaincodeServerProperties properties(String address) {
        int colon = address.lastIndexOf(':');
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        String key = System.getenv("CORE_TLS_KEY_FILE");
        if (key != null) {
            properties.setTlsEnabled(true);
            properties.setKeyFile(key);
            properties.setKeyCertChainFile(System.getenv("CORE_TLS_CERT_FILE"));
            properties.setTrustCertCollectionFile(System.getenv("CORE_TLS_ROOTCERT_FILE"));
        }
        return properties;
    }
}
