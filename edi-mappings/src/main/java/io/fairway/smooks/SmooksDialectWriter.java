package io.fairway.smooks;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingProfile;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes documents in a dialect: as EDIFACT of the form that feeds it, and that through the dialect. */
public final class SmooksDialectWriter implements DocumentWriter {
    private final SmooksDialect dialect;
    private final DocumentWriter source;
    private final Optional<UnaryOperator<byte[]>> elsewhere;

    /** @param source writer of the form that feeds the dialect */
    public SmooksDialectWriter(SmooksDialect dialect, DocumentWriter source) {
        this(dialect, source, Optional.empty());
    }

    private SmooksDialectWriter(SmooksDialect dialect, DocumentWriter source, Optional<UnaryOperator<byte[]>> elsewhere) {
        if (!source.dialect().equals(dialect.form())) {
            throw new IllegalArgumentException("Dialect " + dialect.name() + " is fed with " + dialect.form() + ", not " + source.dialect());
        }
        this.dialect = dialect;
        this.source = source;
        this.elsewhere = elsewhere;
    }

    /** The same writer; what it writes is made by a caller who runs the dialect's Smooks, from the EDIFACT that feeds it. */
    public SmooksDialectWriter through(UnaryOperator<byte[]> smooks) {
        return new SmooksDialectWriter(dialect, source, Optional.of(smooks));
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
        return elsewhere.map(smooks -> smooks.apply(source(document, envelope))).orElseGet(() -> translate(document, envelope).bytes());
    }

    /** The EDIFACT that feeds the dialect for this document. */
    public byte[] source(Document document, OutboundEnvelope envelope) {
        return dialect.fed(source.write(document, envelope));
    }

    /** What is written, and from which segment and element each value of it comes. */
    public SmooksDialect.Translation translate(Document document, OutboundEnvelope envelope) {
        return dialect.translate(source(document, envelope), new ReadingProfile(envelope.zone(), Optional.empty(), Map.of()));
    }
}
