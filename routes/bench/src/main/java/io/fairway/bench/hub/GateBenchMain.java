package io.fairway.bench.hub;

import io.fairway.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code ./fairway bench gate [--quick]}: trucks on 1, 20 and 500 lanes, at the hub over HTTP and at the gate agent over TCP, each alone; with database
 * and load on one machine. Tells the time from the last reading to the decision with a truck on every lane each two seconds (each twenty on 500 lanes),
 * and how many decisions a second are made when the lanes never rest. Prints a line of JSON for each figure, then a table.
 */
public final class GateBenchMain {
    private static final List<String> DEVICES = List.of("LOOP", "LPR", "OCR", "ESEAL", "RPM", "KIOSK", "WB");
    private static final int MOST_SPEAKERS = 100;
    private static final int MANY_LANES = 100;
    private static final int START_MILLIS = 120_000;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Scope scope;
    private final Path home;
    private final List<Figure> figures = new ArrayList<>();

    private GateBenchMain(Scope scope, Path home) {
        this.scope = scope;
        this.home = home;
    }

    /** How much is measured. @param window of each case, after a warm-up of the same length */
    record Scope(List<Integer> lanes, Duration window) {
        Scope {
            lanes = List.copyOf(lanes);
        }

        static Scope of(List<String> words) {
            return new Scope(List.of(1, 20, 500), Duration.ofSeconds(words.contains("--quick") ? 10 : 60));
        }
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments options; {@code -Dfairway.hub.command} and {@code -Dfairway.agent.command} start a hub and an agent, one word a line
     */
    public static void main(String... arguments) throws Exception {
        run(Scope.of(List.of(arguments)), Files.createTempDirectory("fairway-bench-gate"), command("fairway.hub.command"),
                command("fairway.agent.command"), System.out);
        System.exit(0);
    }

    private static List<String> command(String property) {
        return System.getProperty(property, "").lines().toList();
    }

    /** Measures in a folder that is empty. */
    static void run(Scope scope, Path home, List<String> hub, List<String> agent, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        var bench = new GateBenchMain(scope, home);
        out.println("# " + Runtime.getRuntime().availableProcessors() + " processors, shared by hub or agent, database and load; no ledger");
        try (var database = EmbeddedPostgres.start(home)) {
            bench.hub(database, hub);
        }
        bench.agent(agent);
        bench.figures.forEach(figure -> out.println(figure.line().replace("\"bench\":\"hub\"", "\"bench\":\"gate\"")));
        bench.figures.forEach(figure -> out.println(figure.row()));
    }

    private int most() {
        return scope.lanes().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private static List<String> lanes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("L%04d"::formatted).toList();
    }

    /** @param speaker party that speaks for all devices; empty where that needs none */
    private String setting(String terminal, String speaker) {
        return lanes(most()).stream().map(lane -> lane + ":" + terminal + ":OUT:MIXED:" + DEVICES.stream().map(device -> device + "-" + lane + speaker)
                .collect(Collectors.joining("|"))).collect(Collectors.joining(","));
    }

    private void hub(EmbeddedPostgres database, List<String> command) throws IOException, InterruptedException {
        var folder = Files.createDirectories(home.resolve("hub"));
        var settings = HubBenchMain.database(database.access());
        settings.putAll(Map.of("FAIRWAY_HOME", folder.toString(), "FAIRWAY_HTTP_PORT", "0", "FAIRWAY_MQTT_PORT", "0",
                "FAIRWAY_LEDGER_PROFILE", "off", "FAIRWAY_GATE_LANES", setting("HUBTERM", "@HUBGATE"), "FAIRWAY_REQUESTS_PER_SECOND", "100000"));
        try (var hub = Child.start(command, folder, settings);
             var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            URI root = hub.awaitReady("/actuator/health/readiness");
            String token = token(http, root, hub.secrets().getOrDefault("HUBGATE", ""));
            measure("hub", () -> new HubSpeaker(http, root, token));
        }
    }

    private static String token(HttpClient http, URI hub, String secret) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString(("HUBGATE:" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(hub.resolve("/oauth2/token")).header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build(), HttpResponse.BodyHandlers.ofString());
        Matcher found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new IOException("Expected a token, found status " + answer.statusCode());
        }
        return found.group(1);
    }

    /** The hub is away: what the agent cannot deliver waits on its disk. */
    private void agent(List<String> command) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(home.resolve("agent"));
        Path token = Files.writeString(folder.resolve("token"), "no token\n");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(Map.of("FAIRWAY_AGENT", "HUBGATE", "FAIRWAY_AGENT_HOME", folder.toString(), "FAIRWAY_AGENT_PORT", "0",
                "FAIRWAY_HUB", "http://127.0.0.1:9", "FAIRWAY_HUB_CERTIFICATE", home.resolve("hub/keys/gate.crt").toString(),
                "FAIRWAY_AGENT_TOKEN_FILE", token.toString(), "FAIRWAY_GATE_LANES", setting("HUBTERM", "")));
        Process agent = builder.start();
        try {
            int port = port(agent, folder.resolve("agent.port"));
            measure("agent", () -> new AgentSpeaker(port));
        } finally {
            agent.destroy();
            agent.waitFor();
        }
    }

    private static int port(Process agent, Path file) throws IOException, InterruptedException {
        for (int waited = 0; waited < START_MILLIS && agent.isAlive(); waited += 100) {
            if (Files.exists(file)) {
                return Integer.parseInt(Files.readString(file).strip());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("Expected that the gate agent starts; see log beside " + file);
    }

    private interface Speakers {
        GateSpeaker open() throws IOException;
    }

    private void measure(String subject, Speakers speakers) throws IOException, InterruptedException {
        for (int count : scope.lanes()) {
            List<GateSpeaker> open = new ArrayList<>();
            try {
                for (int i = 0; i < Math.min(count, MOST_SPEAKERS); i++) {
                    open.add(speakers.open());
                }
                var traffic = new GateTraffic(lanes(count), open, Clock.systemUTC());
                Duration every = Duration.ofSeconds(count > MANY_LANES ? 20 : 2);
                traffic.closed(scope.window());
                tell(subject, count + "-lanes-paced", traffic.paced(scope.window(), every));
                tell(subject, count + "-lanes-closed", traffic.closed(scope.window()));
            } finally {
                for (GateSpeaker speaker : open) {
                    speaker.close();
                }
            }
        }
    }

    private void tell(String subject, String name, GateTraffic.Passed passed) {
        figures.add(new Figure(name, subject, "decisions/s", passed.perSecond()));
        for (int percent : Arrays.asList(50, 99)) {
            figures.add(new Figure(name, subject, "ms p" + percent + " from the last reading", passed.times().millis(percent)));
        }
        figures.add(new Figure(name, subject, "trucks without a decision", passed.undecided()));
    }
}
