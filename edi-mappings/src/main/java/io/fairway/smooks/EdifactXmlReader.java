package io.fairway.smooks;

import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.EdifactReader;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Feeds Smooks with EDIFACT as Fairway's engine reads it: charset, separators and syntax version from the envelope, groups from the
 * directory. The events are
 * {@code interchange(@reference @sender @recipient)/message(@reference @type)/GroupEQD/EQD(@position)/e2/c1(@offset @line @column)}:
 * a group bears the tag of its first segment, elements and components count from 1 after the tag, empty ones are left out.
 *
 * <p>When the reading has errors it ends with {@link UnreadableInterchangeException} before the root element does, so that nothing
 * made of it is used. Smooks makes one per thread by its class name.
 */
public final class EdifactXmlReader implements SmooksXMLReader {
    /** Put into the execution context by the caller who knows the sender's profile. */
    public static final TypedKey<ReadingProfile> PROFILE = TypedKey.of("fairway.profile");

    private static final ReadingProfile PLAIN = new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of());
    private static final EdifactReader ENGINE = new EdifactReader();

    private ContentHandler contentHandler = new DefaultHandler();
    private ReadingProfile profile = PLAIN;
    private EntityResolver entityResolver = new DefaultHandler();
    private DTDHandler dtdHandler = new DefaultHandler();
    private ErrorHandler errorHandler = new DefaultHandler();

    @Override
    public void setExecutionContext(@Nullable ExecutionContext executionContext) {
        profile = executionContext == null ? PLAIN : executionContext.getOrDefault(PROFILE, PLAIN);
    }

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        var events = new InterchangeEvents(contentHandler);
        try {
            contentHandler.startDocument();
            events.open();
            ENGINE.read(input.getByteStream(), profile, events);
            if (events.findings().stream().anyMatch(Finding::isError)) {
                throw new UnreadableInterchangeException(events.findings());
            }
            events.close();
            contentHandler.endDocument();
        } catch (InterchangeEvents.RefusedEventException e) {
            throw e.cause();
        }
    }

    @Override
    public void parse(String systemId) throws SAXException {
        throw new SAXException("EDIFACT is read from the bytes given, never from an address");
    }

    @Override
    public void setContentHandler(ContentHandler handler) {
        contentHandler = handler;
    }

    @Override
    public ContentHandler getContentHandler() {
        return contentHandler;
    }

    @Override
    public boolean getFeature(String name) {
        return false;
    }

    @Override
    public void setFeature(String name, boolean value) {
        // There are no external entities and no validation to be switched.
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return null;
    }

    @Override
    public void setProperty(String name, Object value) {
        // Smooks offers a lexical handler; EDIFACT has no comments.
    }

    @Override
    public void setEntityResolver(EntityResolver resolver) {
        entityResolver = resolver;
    }

    @Override
    public EntityResolver getEntityResolver() {
        return entityResolver;
    }

    @Override
    public void setDTDHandler(DTDHandler handler) {
        dtdHandler = handler;
    }

    @Override
    public DTDHandler getDTDHandler() {
        return dtdHandler;
    }

    @Override
    public void setErrorHandler(ErrorHandler handler) {
        errorHandler = handler;
    }

    @Override
    public ErrorHandler getErrorHandler() {
        return errorHandler;
    }
}
