package io.fairway.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.boot.WholeHub;
import io.fairway.fixture.simulator.CustomsSimulator;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One whole hub per JVM with its counterparts beside it; the first test that asks for it pays for the start. */
final class RunningHub {
    /** Largest body it takes, small so that a test can exceed it. */
    static final int INTAKE_LIMIT_BYTES = 200_000;
    private static final List<String> SETTINGS = List.of("--intake.limit=" + INTAKE_LIMIT_BYTES, "--fairway.delivery.timeout=1s",
            "--fairway.delivery.first-pause=100ms", "--fairway.delivery.longest-pause=500ms", "--fairway.delivery.lease=5s",
            "--fairway.sweep.left-behind-after=1s", "--fairway.delivery.longest-rest=500ms",
            "--fairway.folders.every=200ms", "--fairway.folders.quiet=500ms", "--fairway.webhooks.reach=public-and-loopback", "--FAIRWAY_LEDGER_PROFILE=off",
            "--fairway.gate.lanes=" + lane("03") + "," + lane("05") + "," + lane("07") + "," + entry(), "--FAIRWAY_AMQP_PORT=0", "--FAIRWAY_SFTP_PORT=0",
            // its wake-ups go over the broker, as those of hubs that share one; those of other tests' hubs stay inside
            "--fairway.queue.transmissions=${fairway.queue.shared.transmissions}", "--fairway.queue.facts=${fairway.queue.shared.facts}",
            "--fairway.queue.outbound=${fairway.queue.shared.outbound}");
    private static final RunningHub ONLY = start();

    private final WholeHub hub;
    private final Path home;
    private final CustomsSimulator customs;
    private final Map<String, Counterpart> counterparts;
    private final As2Relay relay;
    private final Map<String, TestParty> parties = new ConcurrentHashMap<>();
    private final AtomicLong seeds = new AtomicLong(1_000);

    private RunningHub(WholeHub hub, Path home, CustomsSimulator customs, Map<String, Counterpart> counterparts, As2Relay relay) {
        this.relay = relay;
        this.hub = hub;
        this.home = home;
        this.customs = customs;
        this.counterparts = counterparts;
    }

    static RunningHub instance() {
        return ONLY;
    }

    private static RunningHub start() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")).toAbsolutePath(), "hub");
            CustomsSimulator customs = CustomsSimulator.start("CNCUSTOMS", 0, Clock.systemUTC());
            Map<String, Counterpart> counterparts = new TreeMap<>();
            counterparts.put("CNCUSTOMS", Counterpart.at(customs.port()));
            for (String party : List.of("HUBTERM", "HUBLINE", "HUBFWD", "OTHERFWD", "CNTEST", "TESTLINE")) {
                counterparts.put(party, Counterpart.open());
            }
            String entries = counterparts.entrySet().stream()
                    .map(entry -> "  - party: %s%n    endpoint: %s%n".formatted(entry.getKey(), entry.getValue().endpoint()))
                    .collect(Collectors.joining("", "counterparts:\n", ""));
            counterparts.put("NORTHTERM", Counterpart.open());
            As2Relay relay = As2Relay.open("AS2PEER");
            entries += "  - party: AS2PEER%n    environment: live%n    roles: [agent]%n    endpoint: %s%n    dialects: {SyntaxReport: 'CONTRL:D:3:UN'}%n"
                    .formatted(relay.endpoint("FAIRWAY"));
            entries += "  - party: AMQPPEER%n    environment: live%n    roles: [agent]%n    endpoint: amqp:hub%n    dialects: {SyntaxReport: 'CONTRL:D:3:UN'}%n"
                    .formatted();
            Path file = Files.writeString(home.resolve("counterparts.yaml"), entries + DialectPage.party(counterparts.get("NORTHTERM").endpoint()));
            List<String> settings = new ArrayList<>(SETTINGS);
            settings.add("--FAIRWAY_COUNTERPARTS=" + file);
            settings.add("--FAIRWAY_FOLDERS=" + Files.createDirectories(home.resolve("folders")));
            settings.add("--FAIRWAY_DIALECTS=" + DialectPage.copyInto(home.resolve("dialects")));
            WholeHub hub = WholeHub.start(home, settings.toArray(String[]::new));
            customs.pointTo(URI.create("http://127.0.0.1:" + hub.port()), HttpCaller.secret(home, "CNCUSTOMS"));
            relay.pointTo(hub.port());
            return new RunningHub(hub, home, customs, counterparts, relay);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lane out of the gate with every device; HUBGATE speaks for them. */
    private static String lane(String number) {
        return "OUT" + number + ":HUBTERM:OUT:MIXED:HUBGATE|" + Stream.of("LOOP", "LPR", "RFID", "OCR", "ESEAL", "RPM", "WB", "KIOSK")
                .map(device -> device + "-OUT-" + number + "@HUBGATE").collect(Collectors.joining("|"));
    }

    /** A lane into the gate through which exports arrive. */
    private static String entry() {
        return "IN01:HUBTERM:IN:ARRIVAL_DIRECT:" + Stream.of("LOOP", "LPR", "OCR", "ESEAL", "RPM", "WB").map(device -> device + "-IN-01@HUBGATE")
                .collect(Collectors.joining("|"));
    }

    /** A party that calls the hub. */
    TestParty party(String id) {
        return parties.computeIfAbsent(id, party -> new TestParty(HttpCaller.party(hub.port(), home, party)));
    }

    int port() {
        return hub.port();
    }

    /** Where it listens by another protocol than HTTP. */
    int port(String protocol) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(home.resolve("hub.ports.json"))).path(protocol).asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpCaller nobody() {
        return HttpCaller.nobody(hub.port());
    }

    /** The root of the folders that it watches. */
    Path folders() {
        return home.resolve("folders");
    }

    /** A party that the hub calls. */
    Counterpart counterpart(String id) {
        return counterparts.get(id);
    }

    /** What AS2PEER is told passes here. */
    As2Relay as2Relay() {
        return relay;
    }

    WholeHub process() {
        return hub;
    }

    /** A seed of shipments that no test of this JVM used before. */
    long freshSeed() {
        return seeds.incrementAndGet();
    }
}
