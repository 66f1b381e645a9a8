package io.fairway.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hub as processes of its own: JVM, broker in it, PostgreSQL below it. */
final class HubUnderTest implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Process process;

    private HubUnderTest(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /** Starts it; with {@code agent} options it halts in a step. */
    static HubUnderTest start(Path home, int port, Path counterparts, Optional<String> agent) throws IOException, InterruptedException {
        return start(home, port, agent, Map.of("FAIRWAY_COUNTERPARTS", counterparts.toString(), "FAIRWAY_LEDGER_PROFILE", "off"));
    }

    /** The same with these settings. */
    static HubUnderTest start(Path home, int port, Optional<String> agent, Map<String, String> settings) throws IOException, InterruptedException {
        Files.deleteIfExists(home.resolve("hub.ports.json"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        agent.ifPresent(options -> command.add("-javaagent:" + options));
        command.addAll(List.of("-cp", classPathOfTheHub(), "io.fairway.boot.HubMain"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("hub.log").toFile()));
        builder.environment().put("FAIRWAY_HOME", home.toString());
        builder.environment().put("FAIRWAY_HTTP_PORT", Integer.toString(port));
        builder.environment().put("FAIRWAY_MQTT_PORT", "0");
        builder.environment().put("FAIRWAY_DELIVERY_LEASE", "5s");
        builder.environment().putAll(settings);
        builder.environment().put("FAIRWAY_SEAL_PASSWORD", "of this test");
        HubUnderTest hub = new HubUnderTest(home, builder.start());
        hub.awaitReady(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
        return hub;
    }

    private static String classPathOfTheHub() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitReady(URI readiness) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady(readiness)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The hub did not start; see " + home.resolve("hub.log"));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(URI readiness) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Client secret of a development party. */
    String secret(String party) throws IOException {
        JsonNode credentials = JSON.readTree(home.resolve("dev-credentials.json").toFile());
        return credentials.path("clients").path(party).path("secret").asText();
    }

    /** Kills everything at once: the JVM with the broker in it, the postmaster and its children. */
    void kill() throws IOException, InterruptedException {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        String numbers = all.stream().map(handle -> Long.toString(handle.pid())).collect(Collectors.joining(" "));
        new ProcessBuilder("sh", "-c", "kill -KILL " + numbers + " 2>/dev/null").start().waitFor();
        process.waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
