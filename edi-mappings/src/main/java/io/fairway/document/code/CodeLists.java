package io.fairway.document.code;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The code lists in force, one version of each. Fairway ships none that it may not: without a list of places only the form of a
 * UN/LOCODE is checked.
 */
public record CodeLists(Map<String, CodeList> lists) {
    public static final CodeLists NONE = new CodeLists(Map.of());

    public CodeLists {
        lists = Map.copyOf(lists);
    }

    /**
     * Reads every {@code .csv} file of a folder.
     *
     * @throws IOException when the folder or a file cannot be read, or two files hold the same list
     */
    public static CodeLists in(Path folder) throws IOException {
        var lists = new HashMap<String, CodeList>();
        for (Path file : files(folder)) {
            try (Reader input = Files.newBufferedReader(file)) {
                CodeList list = CodeList.read(input, file.toString());
                if (lists.putIfAbsent(list.name(), list) != null) {
                    throw new IOException(file + " is a second version of " + list.name() + "; one is in force at a time");
                }
            }
        }
        return new CodeLists(lists);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    /** The list of the name; empty when none was loaded. */
    public Optional<CodeList> named(String name) {
        return Optional.ofNullable(lists.get(name));
    }
}
