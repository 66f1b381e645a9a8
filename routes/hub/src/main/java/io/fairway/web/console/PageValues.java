package io.fairway.web.console;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Shows records to templates by their members, and what is optional as there or not. */
final class PageValues extends DefaultObjectWrapper {
    PageValues() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        return switch (value) {
            case Optional<?> optional -> wrap(optional.orElse(null));
            case OptionalInt optional -> wrap(optional.isPresent() ? optional.getAsInt() : null);
            case OptionalLong optional -> wrap(optional.isPresent() ? optional.getAsLong() : null);
            case null -> super.wrap(null);
            default -> super.wrap(value);
        };
    }
}
