package io.fairway.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateBenchTest {

    @Test
    @Tag("long")
    void measuresHubAndAgentAndLeavesNoTruckWithoutADecision(@TempDir Path home) throws Exception {
        var hub = Path.of(System.getProperty("fairway.hub.jar", "../hub/target/hub-0.1.0-SNAPSHOT-exec.jar"));
        var agent = Path.of("../gate-agent/target");
        assertThat(hub).as("the hub, which is packaged before this is tested").exists();
        assertThat(agent.resolve("gate-agent.jar")).as("the gate agent, which is packaged before this is tested").exists();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var printed = new ByteArrayOutputStream();

        GateBenchMain.run(new GateBenchMain.Scope(List.of(2), Duration.ofSeconds(1)), home,
                List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-jar", hub.toString()),
                List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", agent.resolve("gate-agent.jar") + ":" + agent.resolve("lib") + "/*",
                        "io.fairway.agent.AgentMain"), new PrintStream(printed, true, StandardCharsets.UTF_8));

        for (String subject : List.of("hub", "agent")) {
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("\"case\":\"2-lanes-paced\",\"subject\":\"" + subject + "\",\"unit\":\"ms p99 from the last reading\"")
                    .contains("\"case\":\"2-lanes-closed\",\"subject\":\"" + subject + "\",\"unit\":\"trucks without a decision\",\"value\":0.000");
        }
    }
}
