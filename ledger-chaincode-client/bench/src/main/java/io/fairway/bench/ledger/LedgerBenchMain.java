package io.fairway.bench.ledger;

import io.fairway.ledger.FileSubmissionLog;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.conformance.LedgerUnderTest;
import io.fairway.ledger.fabric.FabricLedger;
import io.fairway.ledger.fabric.Patience;
import io.fairway.ledger.fabric.TrustFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./fairway bench ledger [--quick] [--profile FILE]}: on a development ledger of its own, or on the network of a profile that runs the
 * conformance chaincode. Prints a line of JSON for each figure, then a table.
 */
public final class LedgerBenchMain {
    private LedgerBenchMain() {}

    /** How long and how often is measured. */
    record Effort(List<Integer> inFlight, int rounds, Duration window) {
        static final Effort USUAL = new Effort(List.of(1, 16, 64, 128), 5, Duration.ofSeconds(3));
        static final Effort QUICK = new Effort(List.of(1, 4), 1, Duration.ofSeconds(2));
    }

    /** Runs the benchmark. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var words = List.of(arguments);
        var effort = words.contains("--quick") ? Effort.QUICK : Effort.USUAL;
        var home = Files.createTempDirectory("fairway-bench-ledger");
        var profile = words.indexOf("--profile");
        if (profile >= 0 && profile + 1 < words.size()) {
            run(LedgerProfile.read(Path.of(words.get(profile + 1))), home, effort, System.out);
        } else {
            onDevelopmentLedger(home, effort, System.out);
        }
        System.exit(0);
    }

    /** Measures on a development ledger in this folder. */
    static void onDevelopmentLedger(Path home, Effort effort, PrintStream out) throws IOException, InterruptedException {
        try (var network = new DevelopmentNetwork(home.resolve("ledger"), InstantSource.system())) {
            run(network.profile(), home, effort, out);
        }
    }

    private static void run(LedgerProfile profile, Path home, Effort effort, PrintStream out) throws IOException {
        out.println("# " + (profile.network() == LedgerProfile.Network.DEVELOPMENT ? "development ledger, not Fabric" : "Fabric")
                + "; " + Runtime.getRuntime().availableProcessors() + " processors, shared by network and clients");
        var figures = new ArrayList<Figure>();
        try (var bare = LedgerUnderTest.connect(profile); var ledger = FabricLedger.of(profile, Patience.usual());
                var log = new FileSubmissionLog(home.resolve("submissions"))) {
            figures.addAll(new Submitting(bare.contract(), ledger, log).measure(effort.inFlight(), effort.rounds(), effort.window()));
            figures.addAll(new Anchoring(ledger, home).measure(effort.window()));
            figures.addAll(Proving.measure(ledger, TrustFiles.read(profile), effort.window()));
        }
        figures.forEach(figure -> out.println(figure.line()));
        figures.forEach(figure -> out.println(figure.row()));
    }
}
