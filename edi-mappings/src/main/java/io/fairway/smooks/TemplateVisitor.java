package io.fairway.smooks;

import io.fairway.document.LineageCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.visitor.sax.ng.ParameterizedVisitor;
import org.smooks.io.Stream;
import org.w3c.dom.Element;

/** Writes what a template makes of an element, once the element with all it holds has been read. */
final class TemplateVisitor implements ParameterizedVisitor {
    /** Put into the execution context by the caller who wants lineage. */
    static final TypedKey<LineageCollector> LINEAGE = TypedKey.of("fairway.lineage");
    static final TypedKey<Layout> LAYOUT = TypedKey.of("fairway.layout");

    private final Templates templates;
    private final String template;

    TemplateVisitor(Templates templates, String template) {
        this.templates = templates;
        this.template = template;
    }

    @Override
    public int getMaxNodeDepth() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void visitBefore(Element element, ExecutionContext executionContext) {
        // a template needs the whole element
    }

    @Override
    public void visitAfter(Element element, ExecutionContext executionContext) {
        var output = new LimitedOutput();
        var carried = new Carried(output);
        var functions = new TemplateFunctions(template, carried);
        templates.write(template, Map.of("it", new Nodes(List.of(element), carried), "required", functions.required(),
                "iso", functions.iso(), "field", functions.field(), "moment", functions.moment()), output);
        LineageCollector lineage = executionContext.get(LINEAGE);
        if (lineage != null) {
            Layout layout = executionContext.getOrDefault(LAYOUT, Layout.TEXT);
            lineage.include(carried.lineage(layout.leaves(output.text()), SourceValue.below(element), template));
        }
        try {
            Stream.out(executionContext).write(output.text());
        } catch (IOException e) {
            throw new UncheckedIOException("The result of " + template + " cannot be written", e);
        }
    }
}
