package io.fairway.smooks;

import io.fairway.document.Lineage;
import io.fairway.document.LineageCollector;
import io.fairway.document.ReadingProfile;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlLimits;
import io.fairway.xml.XmlParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.resource.config.ReaderConfigurator;
import org.smooks.engine.delivery.sax.ng.SaxNgFilterType;
import org.smooks.engine.DefaultApplicationContextBuilder;
import org.smooks.engine.DefaultFilterSettings;
import org.smooks.engine.resource.config.GenericReaderConfigurator;
import org.smooks.io.sink.StreamSink;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/**
 * A counterpart's dialect, made of a folder: {@code dialect.properties}, a Smooks configuration ({@code smooks-config.xml}) and
 * FreeMarker templates. It is fed with EDIFACT of one form. Thread-safe.
 */
public final class SmooksDialect {
    private final DialectFiles files;
    private final DialectSettings settings;
    private final Templates templates;
    private Optional<Smooks> engine = Optional.empty();

    private SmooksDialect(DialectFiles files) {
        this.files = files;
        settings = DialectSettings.of(files);
        new ConfigurationCheck(files).check();
        templates = new Templates(files, settings.layout());
        reader();
    }

    /**
     * The dialect of one folder, named as the folder.
     *
     * @throws RefusedDialectException when the folder is none, or asks for what a dialect may not have
     */
    public static SmooksDialect of(Path folder) {
        return new SmooksDialect(DialectFiles.in(folder));
    }

    /**
     * The dialects of all folders in a folder, by name.
     *
     * @throws RefusedDialectException when it is no folder, or one of the dialects is refused
     */
    public static List<SmooksDialect> allIn(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().map(SmooksDialect::of).toList();
        } catch (IOException e) {
            throw new RefusedDialectException("folder", parent.toString(), "this cannot be read as a folder of dialects");
        }
    }

    /** Those that Fairway brings: a terminal's release order from COREOR, and the flat manifest of Chinese platforms from CUSCAR. */
    public static List<SmooksDialect> shipped() {
        return List.of(new SmooksDialect(DialectFiles.shipped("terminal-release-xml", "release-order.ftl")),
                new SmooksDialect(DialectFiles.shipped("cn-flat", "manifest.ftl")));
    }

    public String name() {
        return files.name();
    }

    /** EDIFACT form that feeds it, for example {@code COREOR:D:00B:UN:SMDG20}. */
    public String form() {
        return settings.form();
    }

    public String mediaType() {
        return settings.mediaType();
    }

    /** What was made of an input, and where each value of it came from. */
    public record Translation(byte[] bytes, Lineage lineage) {
    }

    /**
     * Translates one interchange of the dialect's form.
     *
     * @throws UnreadableInterchangeException when the input has errors
     * @throws UnwritableDocumentException when the input lacks what the dialect must say
     */
    public Translation translate(byte[] edifact, ReadingProfile profile) {
        Smooks smooks = engine();
        ExecutionContext context = smooks.createExecutionContext();
        var lineage = new LineageCollector();
        context.put(EdifactXmlReader.PROFILE, profile);
        context.put(TemplateVisitor.LINEAGE, lineage);
        context.put(TemplateVisitor.LAYOUT, settings.layout());
        var bytes = new ByteArrayOutputStream();
        try {
            smooks.filterSource(context, new StreamSource<InputStream>(new ByteArrayInputStream(fed(edifact))), new StreamSink<>(bytes));
        } catch (SmooksException e) {
            throw meant(e);
        }
        return new Translation(checked(bytes.toByteArray()), lineage.lineage());
    }

    /** The interchange as the dialect's reader takes it. */
    byte[] fed(byte[] edifact) {
        return switch (settings.reader()) {
            case FAIRWAY -> edifact;
            case CARTRIDGE -> StockCartridge.raised(edifact);
        };
    }

    /** Starting Smooks takes about a second, so it starts with the first document. */
    private synchronized Smooks engine() {
        Smooks running = engine.orElseGet(this::configured);
        engine = Optional.of(running);
        return running;
    }

    /** A Smooks of this dialect's configuration, for a caller who runs it; the caller closes it. */
    public Smooks configured() {
        var fresh = new Smooks(new DefaultApplicationContextBuilder().withFilterSettings(new DefaultFilterSettings()
                .setFilterType(new SaxNgFilterType()).setDefaultSerializationOn(false)).build());
        fresh.getApplicationContext().getRegistry().registerObject("fairway.templates", new TemplateFactory(templates));
        fresh.setReaderConfig(reader());
        try {
            fresh.addResourceConfigs(new ByteArrayInputStream(files.bytes(DialectFiles.CONFIGURATION)));
        } catch (SAXException | IOException e) {
            throw new RefusedDialectException(files.name(), DialectFiles.CONFIGURATION, String.valueOf(e.getMessage()));
        }
        return fresh;
    }

    private ReaderConfigurator reader() {
        return switch (settings.reader()) {
            case FAIRWAY -> new GenericReaderConfigurator(EdifactXmlReader.class);
            case CARTRIDGE -> StockCartridge.reader(files.name(), settings.form());
        };
    }

    /** Why this dialect cannot be had, for who knows more of it than its folder says. */
    public RefusedDialectException refusal(String why) {
        return new RefusedDialectException(files.name(), DialectFiles.SETTINGS, why);
    }

    /** What a failure of a {@link #configured()} Smooks means: input or dialect are at fault, or we are. */
    public RuntimeException meant(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null) {
            if (cause instanceof UnreadableInterchangeException || cause instanceof UnwritableDocumentException) {
                return (RuntimeException) cause;
            }
            cause = cause.getCause();
        }
        return new IllegalStateException("Dialect " + files.name() + " failed", thrown);
    }

    /**
     * What a {@link #configured()} Smooks wrote, once it is seen to be what the layout says.
     *
     * @throws UnwritableDocumentException when the templates do not write XML though they should
     */
    public byte[] checked(byte[] bytes) {
        if (settings.layout() == Layout.XML) {
            checkXml(bytes);
        }
        return bytes;
    }

    private void checkXml(byte[] bytes) {
        try {
            XmlParts parts = XmlParts.open(new ByteArrayInputStream(bytes), XmlLimits.DEFAULT);
            while (parts.next(Set.of()).isPresent()) {
                continue;
            }
        } catch (XmlFaultException e) {
            throw new UnwritableDocumentException(files.name(), "the templates write no XML: " + e.finding().code());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }
}
