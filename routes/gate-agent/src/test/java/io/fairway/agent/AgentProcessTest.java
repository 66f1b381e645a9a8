package io.fairway.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fairway.signing.CanonicalJson;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.Json;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process of its own: the hub is cut off, the agent is killed, and nothing is lost or doubled. */
@Tag("long")
class AgentProcessTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int MILLIS = 90_000;

    @TempDir
    private Path home;
    private HubInMemory hub;
    private HttpServer server;
    private Process agent;

    @BeforeEach
    void startTheHubAndIssueAPass() throws IOException, GeneralSecurityException {
        Instant now = Instant.now();
        SigningKey key = DevelopmentAuthority.create("CN=Root", Suite.ECDSA_P256_SHA256, now.minusSeconds(60))
                .issue("CN=Hub", Suite.ECDSA_P256_SHA256, DevelopmentAuthority.Purpose.SIGNING, now.minusSeconds(60), Period.ofYears(2));
        hub = new HubInMemory(key);
        hub.issue("AGENT1", "p1", AgentSamples.papers("HUBU2000016", "HUA1", now, Duration.ofHours(4)), now);
        Files.writeString(home.resolve("gate.crt"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(key.certificate().getEncoded()) + "\n-----END CERTIFICATE-----\n");
        Files.writeString(home.resolve("token"), "a token\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/api/gates/", this::answer);
        server.start();
        startTheAgent();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            if (query == null) {
                hub.deliver("OUT03", "", exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(202, -1);
            } else {
                List<Json> news = hub.newsAfter(Long.parseLong(query.substring("after=".length()))).stream().<Json>map(Json.Text::new).toList();
                byte[] body = CanonicalJson.write(new Json.Members(Map.of("items", new Json.Elements(news))));
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private synchronized void link(HubInMemory.Link link) {
        hub.set(link);
    }

    private synchronized List<String> delivered() {
        return List.copyOf(hub.delivered());
    }

    private void startTheAgent() throws IOException {
        Files.deleteIfExists(home.resolve("agent.port"));
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "io.fairway.agent.AgentMain");
        builder.environment().putAll(Map.of("FAIRWAY_AGENT", "AGENT1", "FAIRWAY_AGENT_HOME", home.toString(), "FAIRWAY_AGENT_PORT", "0",
                "FAIRWAY_HUB", "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort(),
                "FAIRWAY_HUB_CERTIFICATE", home.resolve("gate.crt").toString(), "FAIRWAY_AGENT_TOKEN_FILE", home.resolve("token").toString(),
                "FAIRWAY_GATE_LANES", "OUT03:HUBT:OUT:MIXED:" + String.join("|", AgentSamples.DEVICES)));
        agent = builder.redirectErrorStream(true).redirectOutput(home.resolve("agent.log").toFile()).start();
        await().atMost(LONG).until(() -> Files.exists(home.resolve("agent.port")));
    }

    private String say(String reading) throws IOException {
        int port = Integer.parseInt(Files.readString(home.resolve("agent.port")));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write((reading + "\n").getBytes(StandardCharsets.UTF_8));
            return String.valueOf(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
        }
    }

    /** The answer to the last reading of a truck; all of them within the lane's patience. */
    private String truck() throws IOException {
        String last = "";
        for (String reading : AgentSamples.readings("HUBU2000016", "HUA1", "S1", Instant.now())) {
            assertThat(last).doesNotContain("permission");
            last = say(reading);
        }
        return last;
    }

    @Test
    void decidesWhileTheHubIsAwayRedeemsOnceThoughItIsKilledAndDeliversOnceInOrder() throws IOException, InterruptedException {
        await().atMost(LONG).until(() -> Files.readString(home.resolve("agent.journal")).contains("NEWS"));
        link(HubInMemory.Link.CUT);
        assertThat(truck()).contains("\"permission\":\"OPEN\"");

        agent.destroyForcibly();
        assertThat(agent.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        startTheAgent();
        assertThat(truck()).as("the same container again").contains("\"permission\":\"REFUSE\"");

        assertThat(delivered()).isEmpty();
        link(HubInMemory.Link.UP);
        await().atMost(LONG).untilAsserted(() -> assertThat(delivered()).hasSize(2));
        assertThat(delivered().getFirst()).contains("\"permission\":\"OPEN\"", "HUBU2000016");
        assertThat(delivered().getLast()).contains("\"permission\":\"REFUSE\"", "ALREADY_GONE");
    }

    @AfterEach
    void stop() throws InterruptedException {
        agent.destroyForcibly().waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
        server.stop(0);
    }
}
