package io.fairway.web.console;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes pages from templates. Whatever a template says of a value is escaped for HTML; templates can make no objects and reach no files.
 */
public final class PageTemplates {
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    public PageTemplates() {
        templates.setClassForTemplateLoading(PageTemplates.class, "pages");
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setWrapUncheckedExceptions(true);
        templates.setNumberFormat("computer");
        templates.setObjectWrapper(new PageValues());
        templates.setLocalizedLookup(false);
    }

    /** The page. @param values by the names that the template uses */
    String write(String template, Map<String, Object> values) {
        var page = new StringWriter();
        try {
            templates.getTemplate(template + ".ftl").process(values, page);
            return page.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException("The page " + template + " cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + template + " cannot be read", e);
        }
    }
}
