package io.fairway.ledger.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The same suite on a real Fabric network: one orderer, three members, TLS, chaincode as a service. */
@Tag("long")
class FabricConformanceTest implements TransactionConformance, StateConformance, PrivateConformance, ChainConformance, ExactlyOnceConformance {
    @TempDir
    private static Path scratch;

    private static Optional<FabricNetwork> network = Optional.empty();

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        network = Optional.of(FabricNetwork.up(scratch.resolve("network"), scratch));
    }

    @AfterAll
    static void down() throws IOException, InterruptedException {
        if (network.isPresent()) {
            network.get().close();
        }
    }

    @Override
    public LedgerUnderTest ledger() {
        return network.orElseThrow().ledger();
    }
}
