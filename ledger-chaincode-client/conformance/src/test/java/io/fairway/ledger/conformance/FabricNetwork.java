package io.fairway.ledger.conformance;

import io.fairway.ledger.LedgerProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real Fabric network with the conformance chaincode, brought up and down by the project's own script; where that cannot be, the tests are skipped. */
final class FabricNetwork implements AutoCloseable {
    private static final Path SCRIPT = Path.of("..", "network", "network.sh");
    private static final int NOT_HERE = 75;
    private static final int MINUTES = 20;

    private final Path home;
    private final LedgerUnderTest ledger;

    private FabricNetwork(Path home) {
        this.home = home;
        this.ledger = new LedgerUnderTest(this::profile);
    }

    /** Brings the network up in a folder that is not there yet; skips the caller's tests if there are no Fabric commands. */
    static FabricNetwork up(Path home, Path scratch) throws IOException, InterruptedException {
        var collections = scratch.resolve("collections.json");
        try (InputStream shipped = Optional.ofNullable(ConformanceChaincode.class.getResourceAsStream("collections.json")).orElseThrow()) {
            Files.copy(shipped, collections);
        }
        var arguments = scratch.resolve("chaincode.arguments");
        Files.writeString(arguments,
                "-Xmx256m\n-XX:+UseSerialGC\n-cp\n\"" + classPath().replace("\\", "\\\\") + "\"\n" + ConformanceChaincodeMain.class.getName() + "\n");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var said = run("up", "--home", home.toString(), "--chaincode", "conformance", "--collections", collections.toString(),
                "--command", java + " @" + arguments);
        Assumptions.assumeTrue(said.end() != NOT_HERE, said.words());
        if (said.end() != 0) {
            throw new IllegalStateException("The network did not come up: " + said.words());
        }
        return new FabricNetwork(home);
    }

    /** Skips the caller's test, with the script's reason, if there are no Fabric commands here. */
    static void assumeCommands() throws IOException, InterruptedException {
        var said = run("binaries");
        Assumptions.assumeTrue(said.end() != NOT_HERE, said.words());
        if (said.end() != 0) {
            throw new IllegalStateException("Looking for Fabric's commands failed: " + said.words());
        }
    }

    LedgerUnderTest ledger() {
        return ledger;
    }

    private LedgerProfile profile(String organisation) {
        try {
            return LedgerProfile.read(home.resolve(organisation + ".properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("The network left no profile of " + organisation, e);
        }
    }

    private record Said(int end, String words) {}

    private static Said run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(words));
        var output = Files.createTempFile("fabric-network", ".log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IllegalStateException("The script did not end within " + MINUTES + " minutes");
        }
        var lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Said(process.exitValue(), lines.isEmpty() ? "" : lines.getLast());
    }

    /** Under Maven the class path proper stands in a property of its own. */
    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path")).orElse(System.getProperty("java.class.path"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        ledger.close();
        run("down", "--home", home.toString());
    }
}
