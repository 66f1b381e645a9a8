package io.fairway.bench.hub;

import io.fairway.store.DatabaseAccess;
import io.fairway.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./fairway bench hub [--quick] [--rate N] [--seconds N] [--without-stock]}: declarations handed in by 64 parties over REST, each done when it
 * is stored, read, checked, applied, translated for customs, signed and delivered to a sink; with database, broker, sink and load on one machine. Beside
 * it, on the same database, stock Camel with the EDIFACT cartridge of Smooks and one insert per declaration, and the bare bound. Times count from the
 * moment at which a declaration was to be sent. Prints a line of JSON for each figure, then a table.
 */
public final class HubBenchMain {
    private static final int MOST = 2_000_000;
    private static final Duration FLUSHES = Duration.ofSeconds(2);

    private final Effort effort;
    private final Path home;
    private final List<String> command;
    private final List<Figure> figures = new ArrayList<>();

    private HubBenchMain(Effort effort, Path home, List<String> command) {
        this.effort = effort;
        this.home = home;
        this.command = command;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments options; {@code -Dfairway.hub.command} is the command that starts a hub, one word a line, and
     *                  {@code -Dfairway.bench.stock} the {@code target} folder of the stock peer
     */
    public static void main(String... arguments) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var words = List.of(arguments);
        var home = Files.createTempDirectory("fairway-bench-hub");
        var command = System.getProperty("fairway.hub.command", "").lines().toList();
        var stock = Optional.of(Path.of(System.getProperty("fairway.bench.stock", "routes/bench/stock/target")))
                .filter(folder -> Files.isDirectory(folder.resolve("lib")) && !words.contains("--without-stock"));
        run(Effort.of(words), home, command, stock, System.out);
        System.exit(0);
    }

    /** Measures in a folder that is empty. */
    static void run(Effort effort, Path home, List<String> command, Optional<Path> stock, PrintStream out)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        var bench = new HubBenchMain(effort, home, command);
        out.println("# " + Runtime.getRuntime().availableProcessors() + " processors, shared by hub, database, broker, sink and load; a declaration has "
                + new Declarations(effort.callers(), 0).letter(0).bytes().length + " bytes; no ledger");
        try (var database = EmbeddedPostgres.start(home)) {
            bench.figures.add(new Figure("machine", "disk", "flushes/s of 8 KB", FlushRate.measure(home, FLUSHES)));
            double bound = bench.bound(database.access());
            bench.hub(database, bound);
            out.println(stock.isPresent() ? bench.beside(database, stock.get()) : "# without the stock peer");
        }
        bench.figures.forEach(figure -> out.println(figure.line()));
        bench.figures.forEach(figure -> out.println(figure.row()));
    }

    private double bound(DatabaseAccess access) throws SQLException, GeneralSecurityException {
        var declarations = new Declarations(effort.callers(), 1);
        var travels = new Travels(MOST);
        var database = new BareBound.Database(access.url(), access.owner().user(), access.owner().password());
        try (var bare = BareBound.open(database, travels)) {
            var measuring = new Measuring("bare", effort, new Load(declarations, travels, bare), travels, Map.of());
            double perSecond = measuring.closed();
            figures.addAll(measuring.figures());
            return perSecond;
        }
    }

    private void hub(EmbeddedPostgres database, double bound) throws IOException, InterruptedException {
        var declarations = new Declarations(effort.callers(), 1);
        var travels = new Travels(MOST);
        try (var sink = Sink.open(declarations, travels); var http = new Http();
             var hub = Child.start(command, home.resolve("hub"), settings(database.access(), declarations, sink.address()))) {
            var root = hub.awaitReady("/actuator/health/readiness");
            var load = new Load(declarations, travels, http.toHub(root, hub.secrets()));
            var measuring = new Measuring("fairway", effort, load, travels, processes("hub", hub.handle(), database));
            double perSecond = measuring.closed();
            measuring.open(effort.offered(perSecond));
            figures.addAll(measuring.figures());
            figures.add(new Figure("closed-" + effort.callers(), "fairway", "of the bound", perSecond / bound, Map.of()));
            figures.add(new Figure("open", "fairway", "without a signature", sink.unsigned()));
            look(hub, load, effort.offered(perSecond));
        }
    }

    private void look(Child hub, Load load, double perSecond) throws IOException, InterruptedException {
        var recording = home.resolve("hub.jfr");
        hub.ask("JFR.start", "name=bench", "settings=profile");
        load.settle(load.open(perSecond, effort.looked()));
        hub.ask("JFR.stop", "name=bench", "filename=" + recording);
        Steps.shares(recording).forEach((step, share) -> figures.add(new Figure("steps", "fairway/" + step, "of the hub's Java time", share)));
    }

    /** Trouble of the peer takes nothing from what was measured of the hub. */
    private String beside(EmbeddedPostgres database, Path target) throws InterruptedException {
        try {
            stock(database, target);
            return "# with the stock peer";
        } catch (IOException e) {
            return "# the stock peer could not be measured: " + e.getMessage();
        }
    }

    private void stock(EmbeddedPostgres database, Path target) throws IOException, InterruptedException {
        var declarations = new Declarations(effort.callers(), 1);
        var travels = new Travels(MOST);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var access = database.access();
        try (var sink = Sink.open(declarations, travels); var http = new Http();
             var peer = Child.start(List.of(java, "-cp", target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                     "io.fairway.bench.stock.StockMain"), home.resolve("stock"), Map.of("BENCH_DB_URL", access.url(),
                     "BENCH_DB_USER", access.owner().user(), "BENCH_DB_PASSWORD", access.owner().password(), "BENCH_SINK", sink.address(),
                     "BENCH_HOME", home.resolve("stock").toString()))) {
            var root = peer.awaitReady("/ready");
            var load = new Load(declarations, travels, http.to(root.resolve("/declarations")));
            var measuring = new Measuring("stock-camel-smooks", effort, load, travels, processes("peer", peer.handle(), database));
            measuring.open(effort.offered(measuring.closed()));
            figures.addAll(measuring.figures());
        }
    }

    private static Map<String, ProcessHandle> processes(String name, ProcessHandle process, EmbeddedPostgres database) {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        processes.put(name, process);
        ProcessHandle.of(database.pid()).ifPresent(server -> processes.put("database", server));
        processes.put("load-and-sink", ProcessHandle.current());
        return processes;
    }

    private Map<String, String> settings(DatabaseAccess access, Declarations declarations, String sink) throws IOException {
        var counterparts = Files.writeString(home.resolve("counterparts.yaml"), declarations.counterparts(sink));
        var settings = database(access);
        settings.putAll(Map.of("FAIRWAY_HOME", Files.createDirectories(home.resolve("hub")).toString(),
                "FAIRWAY_HTTP_PORT", "0", "FAIRWAY_MQTT_PORT", "0", "FAIRWAY_COUNTERPARTS", counterparts.toString(),
                "FAIRWAY_LEDGER_PROFILE", "off", "FAIRWAY_CLEARANCE_PRE_LODGING", "goes-to-customs"));
        return settings;
    }

    /** What tells a hub its database. */
    static Map<String, String> database(DatabaseAccess access) {
        return new HashMap<>(Map.of("FAIRWAY_DB_URL", access.url(),
                "FAIRWAY_DB_OWNER_USER", access.owner().user(), "FAIRWAY_DB_OWNER_PASSWORD", access.owner().password(),
                "FAIRWAY_DB_APP_USER", access.application().user(), "FAIRWAY_DB_APP_PASSWORD", access.application().password(),
                "FAIRWAY_DB_WORKER_USER", access.worker().user(), "FAIRWAY_DB_WORKER_PASSWORD", access.worker().password()));
    }
}
