package io.fairway.bench.signing;

import io.fairway.signing.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./fairway bench signing [--quick]}: signatures made and verified per second by one core, for each form and suite at 5 KB and 500 KB,
 * level B; beside the bare operation as the bound, and EU DSS for the same form, in turns. All verify what Fairway signed. Prints a line of
 * JSON for each figure, then a table.
 */
public final class SigningBenchMain {
    /** Keeps what was made, so that making it cannot be left out. */
    private static volatile byte[] made = {};

    private static final Map<String, Subject> SUBJECTS = Map.of("fairway", new Fairway(), "bare", new Bare());

    private final Rounds rounds;
    private final Optional<Peer> dss;
    private final Path folder;
    private final List<Figure> figures = new ArrayList<>();

    private SigningBenchMain(Rounds rounds, Optional<Peer> dss, Path folder) {
        this.rounds = rounds;
        this.dss = dss;
        this.folder = folder;
    }

    /** Runs the benchmark. {@code -Dfairway.bench.dss} names the {@code target} folder of the peer's module. */
    public static void main(String... arguments) throws GeneralSecurityException, IOException {
        var rounds = List.of(arguments).contains("--quick") ? new Rounds(1, Duration.ofMillis(200)) : new Rounds(5, Duration.ofMillis(800));
        try (var peer = new Peer(Path.of(System.getProperty("fairway.bench.dss", "signing/bench/dss/target")))) {
            run(Case.all(), rounds, Optional.of(peer), System.out);
        }
    }

    static void run(List<Case> cases, Rounds rounds, Optional<Peer> dss, PrintStream out) throws GeneralSecurityException, IOException {
        var bench = new SigningBenchMain(rounds, dss, Files.createTempDirectory("fairway-bench-signing"));
        for (var each : cases) {
            bench.measure(each, Keys.made(each.suite(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        }
        bench.figures.forEach(figure -> out.println(figure.line()));
        bench.figures.forEach(figure -> out.println(figure.row()));
    }

    private void measure(Case each, Keys keys) throws GeneralSecurityException, IOException {
        var content = Content.of(each.form(), each.bytes());
        var signed = new Fairway().signing(each, keys, content).orElseThrow().get();
        var files = folder.resolve(each.named());
        keys.write(files);
        Files.write(files.resolve("content"), content);
        Files.write(files.resolve("signed"), signed);
        Map<String, Rounds.Measured> signing = new LinkedHashMap<>();
        Map<String, Rounds.Measured> verifying = new LinkedHashMap<>();
        for (var subject : SUBJECTS.entrySet()) {
            subject.getValue().signing(each, keys, content)
                    .ifPresent(work -> signing.put(subject.getKey(), window -> Speed.of(() -> made = work.get(), window)));
            subject.getValue().verifying(each, keys, content, signed)
                    .ifPresent(work -> verifying.put(subject.getKey(), window -> Speed.of(work, window)));
        }
        if (dss.isPresent() && each.suite() != Suite.SM2_SM3) {
            signing.put("dss", window -> dss.get().speed(each, "sign", files, window));
            verifying.put("dss", window -> dss.get().speed(each, "verify", files, window));
        }
        add(each.named() + "-sign", rounds.medians(signing));
        add(each.named() + "-verify", rounds.medians(verifying));
    }

    private void add(String name, Map<String, Double> speeds) {
        speeds.forEach((subject, speed) -> {
            var ratios = new LinkedHashMap<String, Double>();
            speeds.forEach((other, theirs) -> {
                if ("fairway".equals(subject) && !subject.equals(other)) {
                    ratios.put(other, speed / theirs);
                }
            });
            figures.add(new Figure(name, subject, speed, ratios));
        });
    }
}
