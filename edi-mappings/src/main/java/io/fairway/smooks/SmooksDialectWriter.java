package io.fairway.smooks;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingProfile;
import java.util.Map;
import java.util.Optional;

/** Writes documents in a dialect: as EDIFACT of the form that feeds it, and that through the dialect. */
public final class SmooksDialectWriter implements DocumentWriter {
    private final SmooksDialect dialect;
    private final DocumentWriter source;

    /** @param source writer of the form that feeds the dialect */
    public SmooksDialectWriter(SmooksDialect dialect, DocumentWriter source) {
        if (!source.dialect().equals(dialect.form())) {
            throw new IllegalArgumentException("Dialect " + dialect.name() + " is fed with " + dialect.form() + ", not " + source.dialect());
        }
        this.dialect = dialect;
        this.source = source;
    }

    @Override
    public String dialect() {
        return dialect.name();
    }

    @Override
    public String mediaType() {
        return dialect.mediaType();
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        return translate(document, envelope).bytes();
    }

    /** The EDIFACT that feeds the dialect for this document. */
    public byte[] source(Document document, OutboundEnvelope envelope) {
        return source.write(document, envelope);
    }

    /** What is written, and from which segment and element each value of it comes. */
    public SmooksDialect.Translation translate(Document document, OutboundEnvelope envelope) {
        return dialect.translate(source(document, envelope), new ReadingProfile(envelope.zone(), Optional.empty(), Map.of()));
    }
}
