package io.fairway.boot;

import io.fairway.clearance.ClearanceRules;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.document.code.CodeLists;
import io.fairway.flow.DeviceReadings;
import io.fairway.identity.ConfiguredParties;
import io.fairway.smooks.SmooksDialect;
import io.fairway.store.Database;
import io.fairway.store.JdbcGate;
import io.fairway.store.JdbcGateHistory;
import io.fairway.store.JdbcOutcome;
import io.fairway.store.JdbcRecording;
import io.fairway.store.embedded.EmbeddedPostgres;
import io.fairway.store.embedded.HomeLock;
import io.fairway.usecase.SweepSettings;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.DecideGateAgain;
import io.fairway.usecase.gate.DecideGateAgain.Again;
import io.fairway.usecase.replay.CompareOutcomes;
import io.fairway.usecase.replay.CompareOutcomes.Comparison;
import io.fairway.usecase.replay.Difference;
import io.fairway.usecase.replay.Outcome.Period;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;

/**
 * {@code replay [--from=TIME] [--to=TIME] [--rules=NAME=VALUE,...] [--code-lists=FOLDER]}: does what the hub recorded again in a clean hub with a
 * database of its own, and tells every difference of what came of the period. With the embedded database the hub must be stopped. Exit 0 when
 * nothing differs, 1 when something does.
 */
@Configuration(proxyBeanMethods = false)
@Import({StoreWiring.class, Surroundings.class})
@PropertySource("classpath:io/fairway/boot/defaults.properties")
public class ReplayMain {
    private static final int MOST_TOLD = 1_000;
    private static final int MOST_SHOWN = 160;
    private static final int CONNECTIONS = 2;

    /** The program; takes its settings as the hub does. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** @return the exit code */
    static int run(PrintStream out, String... arguments) {
        SpringApplication application = HubMain.application(ReplayMain.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            Comparison comparison = replayed(context, out);
            Again gates = gates(context);
            out.println(gates.decided() + " gate decisions made again, " + gates.left() + " not (made stricter later, or while the gate was cut off)");
            gates.differences().forEach(difference -> out.println(told(difference)));
            comparison.differences().forEach(difference -> out.println(told(difference)));
            int differences = comparison.differences().size() + gates.differences().size();
            boolean same = differences == 0;
            out.println(comparison.compared() + " rows compared; " + (same ? "nothing differs" : differences + " differences"));
            return same ? 0 : 1;
        }
    }

    private static Comparison replayed(ConfigurableApplicationContext context, PrintStream out) {
        Environment environment = context.getEnvironment();
        Period period = period(environment);
        Transactions recorded = context.getBean(Transactions.class);
        Path home = clean();
        try (HomeLock lock = HomeLock.acquire(home); EmbeddedPostgres server = server(home, context.getBean(HubHome.class));
                Database database = Database.open(server.access(), CONNECTIONS); var hub = new ReplayingHub(database, profile(environment))) {
            var recording = new JdbcRecording(recorded, hub.transactions());
            recording.bringRegistry();
            if (environment.getProperty("code-lists", "").isBlank()) {
                recording.bringCodeLists();
            }
            long steps = hub.replay(recording).until(period.until());
            out.println(steps + " steps replayed under the rules " + rules(environment) + "; " + recording.erased() + " things are erased and not compared");
            return new CompareOutcomes(new JdbcOutcome(recorded), new JdbcOutcome(hub.transactions())).compare(period, MOST_TOLD);
        } finally {
            remove(home);
        }
    }

    private static Period period(Environment environment) {
        return new Period(time(environment, "from", Instant.EPOCH), time(environment, "to", Instant.parse("9999-12-31T00:00:00Z")));
    }

    /** Gates decide by their own records, which need no clean hub. */
    private static Again gates(ConfigurableApplicationContext context) {
        var store = new JdbcGate(new DeviceReadings(), GatePolicy.STANDARD);
        return new DecideGateAgain(context.getBean(Transactions.class), new JdbcGateHistory(), store, GatePolicy.STANDARD)
                .decide(period(context.getEnvironment()), MOST_TOLD);
    }

    private static EmbeddedPostgres server(Path home, HubHome recorded) {
        Path binaries = recorded.path().resolve("postgres").resolve("binaries");
        return Files.isDirectory(binaries) ? EmbeddedPostgres.start(home, binaries) : EmbeddedPostgres.start(home);
    }

    private static ReplayingHub.Profile profile(Environment environment) {
        Optional<Path> counterparts = IdentityWiring.counterparts(environment);
        ConfiguredParties parties = environment.getProperty("FAIRWAY_ISSUER", "").isBlank()
                ? ConfiguredParties.development(counterparts, IdentityWiring.portZone(environment))
                : ConfiguredParties.outside(counterparts, IdentityWiring.portZone(environment));
        String lists = environment.getProperty("code-lists", environment.getProperty("FAIRWAY_CODE_LISTS", ""));
        String own = environment.getProperty("FAIRWAY_DIALECTS", "");
        try {
            return new ReplayingHub.Profile(parties, IdentityWiring.portZone(environment), rules(environment),
                    lists.isBlank() ? CodeLists.NONE : CodeLists.in(Path.of(lists)), own.isBlank() ? List.of() : SmooksDialect.allIn(Path.of(own)),
                    new SweepSettings(Duration.ZERO, environment.getRequiredProperty("fairway.sweep.unresolved-for", Duration.class),
                            environment.getRequiredProperty("fairway.sweep.batch", Integer.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("The code lists cannot be read", e);
        }
    }

    private static ClearanceRules rules(Environment environment) {
        return NamedRules.over(ClearanceRules.STANDARD, environment.getProperty("rules", ""));
    }

    private static Instant time(Environment environment, String name, Instant otherwise) {
        return Optional.ofNullable(environment.getProperty(name)).map(Instant::parse).orElse(otherwise);
    }

    private static String told(Difference difference) {
        String where = difference.what() + "  " + difference.key();
        if (difference.value().equals("-")) {
            return where + ": " + (difference.is().isEmpty() ? "is not there any more" : "is there in addition");
        }
        return where + ": " + difference.value() + " was " + shown(difference.was()) + ", is " + shown(difference.is());
    }

    private static String shown(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "...";
    }

    private static Path clean() {
        try {
            return Files.createTempDirectory("fairway-replay");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the clean hub", e);
        }
    }

    private static void remove(Path home) {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The clean hub at " + home + " cannot be removed", e);
        }
    }
}
