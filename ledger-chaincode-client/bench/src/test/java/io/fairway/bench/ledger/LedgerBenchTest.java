package io.fairway.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBenchTest {

    @Test
    @Tag("long")
    void measuresOnADevelopmentLedgerBesideABareLoop(@TempDir Path home) throws IOException, InterruptedException {
        var printed = new ByteArrayOutputStream();

        LedgerBenchMain.onDevelopmentLedger(home, LedgerBenchMain.Effort.QUICK, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("development ledger, not Fabric")
                .contains("{\"bench\":\"ledger\",\"case\":\"submit-4\",\"subject\":\"fairway-exactly-once\",\"unit\":\"tx/s\"")
                .contains("\"ratio\":{\"fabric-gateway\":").contains("\"case\":\"fact-proof\"").contains("\"unit\":\"digests/s\"");
    }
}
