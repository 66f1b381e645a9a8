package io.fairway.ledger.conformance;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Our client on the development ledger. */
@Tag("long")
class DevLedgerExactlyOnceTest implements ExactlyOnceConformance {
    @TempDir
    private static Path home;

    private static DevLedgerUnderTest development;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        development = new DevLedgerUnderTest(home);
    }

    @AfterAll
    static void stop() {
        development.close();
    }

    @Override
    public LedgerUnderTest ledger() {
        return development.ledger();
    }
}
