package io.fairway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One message of 50 MB in a process with a heap of 64 MB. */
@Tag("long")
class LargestMessageTest {
    private static final long FIFTY_MEGABYTES = 50_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fairway-validated", "fairway-documents"})
    void readsChecksAndMapsItInASmallHeap(String subject) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("largest.edi"), BenchInput.fiftyMegabytes().bytes());
        assertThat(Files.size(file)).isGreaterThan(FIFTY_MEGABYTES);

        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("java.class.path"), SubjectMain.class.getName(), subject, "0", "0", file.toString())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().map(Figure::of).flatMap(figure -> figure.stream()).map(Figure::unit))
                .containsExactly(Figure.SPEED, Figure.PEAK_HEAP);
    }
}
