package io.fairway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code check --json} says of each faulty fixture is kept beside it, whole, so that a change of a sentence, a place or a fix is
 * seen. With the system property {@code fairway.golden} naming the folder of fixtures the files are written anew instead.
 */
class GoldenFindingsTest {
    @TempDir
    private Path folder;

    static Stream<String> faulty() {
        return Fixtures.text("edifact/golden/index.txt").lines();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void tellsTheSameOfEachFaultAsBefore(String fixture) throws IOException {
        String golden = "edifact/golden/" + fixture.replace('/', '-') + ".jsonl";
        Path input = Called.file(folder, "faulty", Fixtures.bytes(fixture));

        String said = Called.with("check", "--json", input.toString()).out().replaceAll("\"file\":\"[^\"]*\",", "")
                .replace("{\"code\"", "\n  {\"code\"");

        String renewed = System.getProperty("fairway.golden", "");
        if (!renewed.isEmpty()) {
            Files.writeString(Path.of(renewed, golden), said);
        }
        assertThat(said).isEqualTo(renewed.isEmpty() ? new String(Fixtures.bytes(golden), StandardCharsets.UTF_8) : said);
    }
}
