package io.fairway.ledger.conformance;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/**
 * Serves the conformance chaincode: address in {@code CHAINCODE_SERVER_ADDRESS} ({@code host:port}), package id in
 * {@code CORE_CHAINCODE_ID_NAME}, as Fabric's own images do.
 */
public final class ConformanceChaincodeMain {
    private ConformanceChaincodeMain() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var address = System.getenv("CHAINCODE_SERVER_ADDRESS").split(":");
        serve(System.getenv("CORE_CHAINCODE_ID_NAME"), new InetSocketAddress(address[0], Integer.parseInt(address[1]))).start();
    }

    /** A server of its own chaincode instance; {@code start} serves until {@code stop}. */
    public static NettyChaincodeServer serve(String packageId, InetSocketAddress address) throws IOException {
        var properties = new ChaincodeServerProperties();
        properties.setServerAddress(address);
        return new NettyChaincodeServer(new ConformanceChaincode(packageId), properties);
    }
}
