package io.fairway.smooks;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.fairway.document.UnwritableDocumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * The templates of one dialect. They see texts, lists and names only: no class can be named ({@code ?new}), no object of Java's has
 * members ({@code ?api}), and {@code include} and {@code import} find the files of the dialect, read before, and no others.
 */
final class Templates {
    private final String dialect;
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    private final Map<String, Template> templates = new HashMap<>();

    Templates(DialectFiles files, Layout layout) {
        dialect = files.name();
        var loader = new StringTemplateLoader();
        files.templates().forEach(file -> loader.putTemplate(file, new String(files.bytes(file), StandardCharsets.UTF_8)));
        configuration.setTemplateLoader(loader);
        configuration.setLocalizedLookup(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setOutputFormat(layout.format());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        files.templates().forEach(file -> templates.put(file, parsed(file)));
    }

    private Template parsed(String file) {
        try {
            return configuration.getTemplate(file);
        } catch (IOException e) {
            throw new RefusedDialectException(dialect, file, String.valueOf(e.getMessage()).lines().findFirst().orElse("no template"));
        }
    }

    /**
     * Writes what the template makes of the model.
     *
     * @throws UnwritableDocumentException when the template cannot be carried out, or demands a value that is not there
     */
    void write(String file, Map<String, Object> model, LimitedOutput output) {
        try {
            templates.getOrDefault(file, parsed(file)).process(model, output);
        } catch (TemplateException e) {
            throw unwritable(file, e.getMessageWithoutStackTop());
        } catch (IOException e) {
            throw unwritable(file, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw unwritable(file, "macros call each other without end");
        }
    }

    private UnwritableDocumentException unwritable(String file, String why) {
        return new UnwritableDocumentException(dialect + "/" + file, why.lines().findFirst().orElse("the template failed"));
    }
}
