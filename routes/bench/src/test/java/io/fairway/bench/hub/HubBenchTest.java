package io.fairway.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubBenchTest {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    @Test
    @Tag("long")
    void measuresAHubBesideTheBareBoundAndLosesNothing(@TempDir Path home) throws Exception {
        var jar = Path.of(System.getProperty("fairway.hub.jar", "../hub/target/hub-0.1.0-SNAPSHOT-exec.jar"));
        assertThat(jar).as("the hub, which is packaged before this is tested").exists();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString());
        var printed = new ByteArrayOutputStream();

        HubBenchMain.run(new Effort(2, MOMENT, MOMENT, MOMENT, 5, MOMENT), home, command, Optional.empty(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"subject\":\"disk\",\"unit\":\"flushes/s of 8 KB\"")
                .contains("\"case\":\"closed-2\",\"subject\":\"bare\"").contains("\"subject\":\"fairway\",\"unit\":\"ms p99 to done\"")
                .contains("\"unit\":\"acknowledged, not done\",\"value\":0.000").contains("\"unit\":\"without a signature\",\"value\":0.000")
                .contains("\"unit\":\"of the bound\"").contains("# without the stock peer");
    }
}
