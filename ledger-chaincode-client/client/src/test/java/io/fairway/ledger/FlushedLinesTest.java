package io.fairway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlushedLinesTest {
    @TempDir
    private Path folder;

    @Test
    void keepsTheLinesOfAllWhoWriteAtOnce() {
        try (var lines = FlushedLines.open(folder.resolve("lines"), line -> { });
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(number -> writers.execute(() -> {
                synchronized (lines) {
                    lines.append("line " + number);
                }
                lines.flush();
            }));
        }

        assertThat(read()).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200).mapToObj(number -> "line " + number).toList());
    }

    @Test
    void cutsALineThatWasTornAndPagesThatWereNeverWritten() throws IOException {
        var before = "first\nsecond\n".getBytes(StandardCharsets.UTF_8);
        for (var tail : List.of("thi", "th\0\0\0\0", "\0\0\0\0\nfourth\n")) {
            Files.write(folder.resolve("lines"), before);
            Files.writeString(folder.resolve("lines"), tail, StandardOpenOption.APPEND);

            assertThat(read()).containsExactly("first", "second");
            assertThat(Files.readAllBytes(folder.resolve("lines"))).isEqualTo(before);
        }
    }

    @Test
    void goesOnBehindTheLastWholeLine() throws IOException {
        Files.writeString(folder.resolve("lines"), "first\nseco");
        try (var lines = FlushedLines.open(folder.resolve("lines"), line -> { })) {
            lines.append("another");
        }

        assertThat(read()).containsExactly("first", "another");
    }

    private List<String> read() {
        var read = new ArrayList<String>();
        FlushedLines.open(folder.resolve("lines"), read::add).close();
        return read;
    }
}
