package io.fairway.edifact.mapping;

import io.fairway.document.DocumentWriter;

/** Finds writers by dialect. */
final class Writers {

    private Writers() {
    }

    static DocumentWriter named(String dialect) {
        return EdifactDocumentWriters.all().stream().filter(writer -> writer.dialect().equals(dialect)).findFirst().orElseThrow();
    }
}
