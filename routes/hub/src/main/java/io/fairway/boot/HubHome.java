package io.fairway.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the embedded parts' data ({@code FAIRWAY_HOME}); everything else is stateless. */
public record HubHome(Path path) {

    /** A folder below the home, made if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + path.resolve(name) + " under FAIRWAY_HOME", e);
        }
    }
}
