package io.fairway.bench.hub;

import io.fairway.store.DatabaseAccess;
import io.fairway.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./fairway bench anchors [--quick]}: a hub as {@code ./fairway up} starts it, with its development ledger, and digests that are committed to its
 * database as its own are. One is done when its root stands on the ledger as valid, the tree that proves it and the ledger's receipt are stored, all of
 * it read back from the database. Prints a line of JSON for each figure, then a table.
 */
public final class AnchorBenchMain {
    private AnchorBenchMain() {
    }

    /**
     * How much is measured.
     *
     * @param many digests of one run
     * @param runs of which the middle one is told
     * @param lone digests that come alone, one after the other
     */
    record Effort(int many, int runs, int lone) {
        private static final Effort USUAL = new Effort(500_000, 5, 9);
        private static final Effort QUICK = new Effort(100_000, 3, 3);
    }

    /** Runs the benchmark. @param arguments options; {@code -Dfairway.hub.command} is the command that starts a hub, one word a line */
    public static void main(String... arguments) throws Exception {
        var effort = List.of(arguments).contains("--quick") ? Effort.QUICK : Effort.USUAL;
        var command = System.getProperty("fairway.hub.command", "").lines().toList();
        run(effort, Files.createTempDirectory("fairway-bench-anchors"), command, Map.of(), System.out);
        System.exit(0);
    }

    /** Measures in a folder that is empty. @param settings of the hub besides those that it needs here */
    static void run(Effort effort, Path home, List<String> command, Map<String, String> settings, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        out.println("# " + Runtime.getRuntime().availableProcessors() + " processors, shared by hub, database and development ledger (not Fabric)");
        try (var database = EmbeddedPostgres.start(home);
             var hub = Child.start(command, home.resolve("hub"), all(home, database.access(), settings))) {
            hub.awaitReady("/actuator/health/readiness");
            try (var digests = Digests.open(database.access())) {
                digests.awaitStanding(digests.commit(1));
                var figures = measure(effort, digests);
                figures.forEach(figure -> out.println(figure.line()));
                figures.forEach(figure -> out.println(figure.row()));
            }
        }
    }

    private static List<Figure> measure(Effort effort, Digests digests) throws SQLException, InterruptedException {
        var perSecond = new ArrayList<Double>();
        for (var run = 0; run < effort.runs(); run++) {
            perSecond.add(effort.many() / seconds(digests, effort.many()));
        }
        var alone = new ArrayList<Double>();
        for (var number = 0; number < effort.lone(); number++) {
            alone.add(seconds(digests, 1) * 1_000);
        }
        return List.of(new Figure("anchors-" + effort.many(), "fairway", "digests/s, committed to proven", middle(perSecond)),
                new Figure("anchors-1", "fairway", "ms, committed to proven", middle(alone)));
    }

    /** From the first commit until the last digest is proven. */
    private static double seconds(Digests digests, int many) throws SQLException, InterruptedException {
        var began = System.nanoTime();
        digests.awaitStanding(digests.commit(many));
        return (System.nanoTime() - began) / 1e9;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Map<String, String> all(Path home, DatabaseAccess access, Map<String, String> settings) throws IOException {
        var all = HubBenchMain.database(access);
        all.putAll(Map.of("FAIRWAY_HOME", Files.createDirectories(home.resolve("hub")).toString(), "FAIRWAY_HTTP_PORT", "0", "FAIRWAY_MQTT_PORT", "0"));
        all.putAll(settings);
        return all;
    }
}
