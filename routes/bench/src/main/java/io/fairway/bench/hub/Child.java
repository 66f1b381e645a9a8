package io.fairway.bench.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is measured: the hub, or a peer of it. It writes where it listens into {@code hub.ports.json} of its folder. */
final class Child implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int PAUSE_MILLIS = 100;
    private static final int STOP_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path home;

    private Child(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    /** Starts it; what it prints goes to {@code log} in its folder. */
    static Child start(List<String> command, Path home, Map<String, String> settings) throws IOException {
        Files.createDirectories(home);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
        builder.environment().putAll(settings);
        return new Child(builder.start(), home);
    }

    /** Waits until this address of it answers 200. @return its root */
    URI awaitReady(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                if (!process.isAlive()) {
                    throw new IOException("Expected it to start, found that it ended; see " + home.resolve("log"));
                }
                var ports = home.resolve("hub.ports.json");
                if (Files.exists(ports)) {
                    var root = URI.create("http://127.0.0.1:" + JSON.readTree(ports.toFile()).path("http").asInt());
                    if (isReady(http, root.resolve(path))) {
                        return root;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        throw new IOException("Expected it to be ready within " + START_LIMIT + "; see " + home.resolve("log"));
    }

    private static boolean isReady(HttpClient http, URI address) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Secrets of the hub's parties. */
    Map<String, String> secrets() throws IOException {
        var secrets = new HashMap<String, String>();
        JSON.readTree(home.resolve("dev-credentials.json").toFile()).path("clients").properties()
                .forEach(client -> secrets.put(client.getKey(), client.getValue().path("secret").asText()));
        return secrets;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks Java's own diagnostic command of it. */
    void ask(String... command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        words.addAll(List.of(command));
        var asked = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(home.resolve("jcmd.log").toFile()).start();
        if (asked.waitFor() != 0) {
            throw new IOException("Expected an answer to " + List.of(command) + "; see " + home.resolve("jcmd.log"));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
