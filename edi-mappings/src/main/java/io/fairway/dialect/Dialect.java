package io.fairway.dialect;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A notation that documents are exchanged in, for example {@code edifact} or {@code wco-xml}; within it each kind of document has one
 * or more forms ({@code CUSRES:D:95B:UN}, {@code CUSRES:D:96B:UN}).
 *
 * @param writers one per form that is written; empty when the dialect is only read
 * @param usual form that a document has when none is asked for, by its name or the beginning of it up to a colon ({@code IFTSTA}: the first
 *        such writer); empty when the dialect has none for it
 */
public record Dialect(String name, List<DocumentWriter> writers, Function<Document, Optional<String>> usual) {
    public Dialect {
        writers = List.copyOf(writers);
    }

    /** The writer of the usual form of a document; empty when the dialect has none for it. */
    public Optional<DocumentWriter> writerOf(Document document) {
        return usual.apply(document).flatMap(form -> writers.stream().filter(writer -> isNamed(writer, form)).findFirst());
    }

    private static boolean isNamed(DocumentWriter writer, String form) {
        return writer.dialect().equals(form) || writer.dialect().startsWith(form + ":");
    }
}
