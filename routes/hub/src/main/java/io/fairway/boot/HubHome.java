package io.fairway.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the embedded parts' data ({@code FAIRWAY_HOME}); everything else is stateless. */
public record HubHome(Path path) {

    /** The one that {@code FAIRWAY_HOME} names, for programs beside the hub; as the hub finds it. */
    static HubHome named() {
        return new HubHome(Path.of(System.getenv().getOrDefault("FAIRWAY_HOME", ".fairway")).toAbsolutePath());
    }

    /** A folder below the home, made if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + path.resolve(name) + " under FAIRWAY_HOME", e);
        }
    }
}
