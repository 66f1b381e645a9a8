package io.fairway.smooks;

import org.smooks.api.delivery.ContentHandlerFactory;
import org.smooks.api.resource.config.ResourceConfig;

/** Makes Smooks visitors of the resources of type {@value #TYPE} in a dialect's configuration. */
final class TemplateFactory implements ContentHandlerFactory<TemplateVisitor> {
    static final String TYPE = "ftl";

    private final Templates templates;

    TemplateFactory(Templates templates) {
        this.templates = templates;
    }

    @Override
    public TemplateVisitor create(ResourceConfig resourceConfig) {
        return new TemplateVisitor(templates, resourceConfig.getResource());
    }

    @Override
    public String getType() {
        return TYPE;
    }
}
