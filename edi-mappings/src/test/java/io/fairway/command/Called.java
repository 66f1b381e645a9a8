package io.fairway.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A command that was called, with what it said. */
record Called(int exitCode, String out, String err) {
    static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");

    static Called with(String... arguments) {
        return with(new byte[0], arguments);
    }

    static Called with(byte[] standardInput, String... arguments) {
        return with(Folders.NONE, standardInput, arguments);
    }

    static Called with(Folders folders, byte[] standardInput, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = new FairwayMain(new ByteArrayInputStream(standardInput), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN, InstantSource.fixed(NOW), folders).run(List.of(arguments));
        return new Called(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The fixture as a file of the folder. */
    static Path file(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
