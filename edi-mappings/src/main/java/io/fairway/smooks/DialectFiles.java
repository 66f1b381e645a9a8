package io.fairway.smooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one dialect, read once: what stands there later changes nothing until the next start.
 *
 * @param name of the dialect: the name of its folder
 */
record DialectFiles(String name, Map<String, byte[]> files) {
    static final String SETTINGS = "dialect.properties";
    static final String CONFIGURATION = "smooks-config.xml";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}\\.(ftl|xml|properties|md)");
    private static final int MOST_FILES = 40;
    private static final int MOST_BYTES = 1024 * 1024;

    DialectFiles {
        files = Map.copyOf(files);
        if (!NAME.matcher(name).matches()) {
            throw new RefusedDialectException(name, "", "a dialect is named by small letters, digits and hyphens");
        }
    }

    /**
     * All files of a folder.
     *
     * @throws RefusedDialectException for links, folders inside, foreign names, too many or too large files
     */
    static DialectFiles in(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String file = String.valueOf(entry.getFileName());
                boolean isFile = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
                if (!isFile || !FILE.matcher(file).matches() || files.size() == MOST_FILES || Files.size(entry) > MOST_BYTES) {
                    throw new RefusedDialectException(name, file, "a dialect has at most " + MOST_FILES + " plain files of at most "
                            + MOST_BYTES + " bytes, named *.ftl, *.xml, *.properties or *.md");
                }
                files.put(file, Files.readAllBytes(entry));
            }
        } catch (IOException e) {
            throw new RefusedDialectException(name, "", "the folder cannot be read");
        }
        return new DialectFiles(name, files);
    }

    /** A dialect that Fairway brings, from the class path. */
    static DialectFiles shipped(String name, String... templates) {
        Map<String, byte[]> files = new HashMap<>();
        Stream.concat(Stream.of(SETTINGS, CONFIGURATION), Stream.of(templates)).forEach(file -> files.put(file, resource(name, file)));
        return new DialectFiles(name, files);
    }

    private static byte[] resource(String name, String file) {
        String path = "dialects/" + name + "/" + file;
        try (InputStream input = DialectFiles.class.getResourceAsStream(path)) {
            return Optional.ofNullable(input).orElseThrow(() -> new IllegalStateException("The build has lost " + path)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    byte[] bytes(String file) {
        return Optional.ofNullable(files.get(file)).orElseThrow(() -> new RefusedDialectException(name, file, "the file is missing"));
    }

    List<String> templates() {
        return files.keySet().stream().filter(file -> file.endsWith(".ftl")).sorted().toList();
    }
}
