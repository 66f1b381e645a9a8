package io.fairway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Fixtures;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started, in a process of its own. */
@Tag("long")
class ProcessTest {
    private static final int LARGE = 50_000_000;
    private static final String CLASS_PATH = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    private Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-cp", CLASS_PATH, FairwayMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void endsWithTheCodeOfTheWorstAndPrintsUtf8() throws IOException, InterruptedException {
        Path file = Called.file(folder, "wrong.edi", Fixtures.bytes("bad/wrong-unt-count.edi"));
        Path output = folder.resolve("output");

        assertThat(exitCode(start(output, "check", "--lang", "zh", file.toString()))).isOne();
        assertThat(Files.readString(output, StandardCharsets.UTF_8)).contains("UNT 声明有 31 个段");
    }

    @Test
    void checksAFileOfFiftyMegabytesInAHeapOfSixtyFour() throws IOException, InterruptedException {
        Path file = folder.resolve("large.edi");
        String sample = Fixtures.text("edifact/cuscar_d95b_import_cargo_report.edi");
        byte[] message = sample.substring(sample.indexOf("UNH"), sample.indexOf("UNZ")).getBytes(StandardCharsets.ISO_8859_1);
        int messages = LARGE / message.length;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(sample.substring(0, sample.indexOf("UNH")).getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < messages; i++) {
                out.write(message);
            }
            out.write(("UNZ+" + (messages + 1) + "+CR0001'").getBytes(StandardCharsets.ISO_8859_1));
        }
        Path output = folder.resolve("output");

        assertThat(exitCode(start(output, "check", "--json", file.toString()))).isOne();
        assertThat(Files.readString(output)).contains("MESSAGE_REFERENCE_DUPLICATE").doesNotContain("OutOfMemory");
    }
}
