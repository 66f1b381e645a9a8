package io.fairway.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One input as it was named on the command line, and the file its bytes are in.
 *
 * @param name as it is told, {@code -} for standard input
 */
record Input(String name, Path path) {

    /**
     * The inputs behind the names: files, all files below a folder in the order of their names, standard input for {@code -}.
     *
     * @throws IOException when a folder or standard input cannot be read
     */
    static List<Input> of(List<String> names, InputStream standardInput) throws IOException {
        var inputs = new ArrayList<Input>();
        for (String name : names) {
            if (name.equals("-")) {
                inputs.add(new Input(name, kept(standardInput)));
            } else if (Files.isDirectory(Path.of(name))) {
                inputs.addAll(below(Path.of(name)));
            } else if (Files.exists(Path.of(name)) && !Files.isRegularFile(Path.of(name))) {
                try (InputStream pipe = Files.newInputStream(Path.of(name))) {
                    inputs.add(new Input(name, kept(pipe)));
                }
            } else {
                inputs.add(new Input(name, Path.of(name)));
            }
        }
        return inputs;
    }

    private static List<Input> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted().map(file -> new Input(file.toString(), file)).toList();
        }
    }

    /** What comes by standard input or a pipe is read twice: once to be checked, once to show the segments. */
    private static Path kept(InputStream standardInput) throws IOException {
        Path file = Files.createTempFile("fairway-", ".input");
        file.toFile().deleteOnExit();
        Files.copy(standardInput, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
