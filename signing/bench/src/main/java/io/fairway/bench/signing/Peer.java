package io.fairway.bench.signing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A peer in a process of its own, with its own libraries: it is told {@code CASE sign|verify FOLDER MILLISECONDS} and answers operations per
 * second.
 */
final class Peer implements AutoCloseable {
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    /** @param target of the module {@code signing/bench/dss} */
    Peer(Path target) throws IOException {
        var classPath = target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*";
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath, "io.fairway.bench.signing.dss.DssMain").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    double speed(Case each, String work, Path folder, Duration window) {
        orders.println(String.join(" ", each.form().name(), each.suite().name(), Integer.toString(each.bytes()), work,
                Long.toString(window.toMillis()), folder.toString()));
        try {
            var answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The peer ended at " + each.named());
            }
            return Double.parseDouble(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
