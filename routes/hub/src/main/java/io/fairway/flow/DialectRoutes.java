package io.fairway.flow;

import io.fairway.document.DocumentWriter;
import io.fairway.smooks.SmooksDialect;
import io.fairway.smooks.SmooksDialectWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Lets the writers of counterparts' own dialects write through their routes. Thread-safe. */
public final class DialectRoutes {
    private final Map<String, SmooksDialect> dialects;
    private final ProducerTemplate template;

    public DialectRoutes(List<SmooksDialect> dialects, ProducerTemplate template) {
        this.dialects = dialects.stream().collect(Collectors.toUnmodifiableMap(SmooksDialect::name, Function.identity()));
        this.template = template;
    }

    /** The writer itself, or one that has {@link DialectFlow} write when the dialect is one of those. */
    public DocumentWriter routed(DocumentWriter writer) {
        SmooksDialect dialect = dialects.get(writer.dialect());
        return dialect != null && writer instanceof SmooksDialectWriter fed ? fed.through(edifact -> translate(dialect, edifact)) : writer;
    }

    private byte[] translate(SmooksDialect dialect, byte[] edifact) {
        try {
            return template.requestBody(Seams.dialect(dialect.name()), edifact, byte[].class);
        } catch (CamelExecutionException e) {
            throw dialect.meant(e);
        }
    }
}
