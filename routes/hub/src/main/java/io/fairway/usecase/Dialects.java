package io.fairway.usecase;

import io.fairway.document.DocumentWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dialects the hub can write, by name. */
public final class Dialects {
    private final Map<String, DocumentWriter> writers;

    public Dialects(List<DocumentWriter> writers) {
        this.writers = writers.stream().collect(Collectors.toUnmodifiableMap(DocumentWriter::dialect, Function.identity()));
    }

    public Optional<DocumentWriter> named(String dialect) {
        return Optional.ofNullable(writers.get(dialect));
    }

    /** @throws IllegalStateException when configuration names a dialect that nobody writes */
    public DocumentWriter writer(String dialect) {
        return named(dialect).orElseThrow(() -> new IllegalStateException(
                "No writer for dialect " + dialect + "; known are " + writers.keySet().stream().sorted().toList()));
    }
}
