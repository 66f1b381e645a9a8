package io.fairway.smooks;

import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.edifact.InterchangeHandler;
import io.fairway.edifact.InterchangeHead;
import io.fairway.edifact.Segment;
import io.fairway.edifact.SegmentHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Tells a SAX handler what the engine reads; {@link EdifactXmlReader} says in which elements. */
final class InterchangeEvents implements InterchangeHandler, SegmentHandler {
    /** Around everything, as an input may hold several interchanges and XML has one root. */
    static final String ROOT = "edifact";

    private final ContentHandler xml;
    private final List<Finding> findings = new ArrayList<>();

    /** Carries what the SAX handler throws through the engine. */
    static final class RefusedEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SAXException cause;

        RefusedEventException(SAXException cause) {
            super(cause);
            this.cause = cause;
        }

        SAXException cause() {
            return cause;
        }
    }

    InterchangeEvents(ContentHandler xml) {
        this.xml = xml;
    }

    List<Finding> findings() {
        return findings;
    }

    void open() {
        start(ROOT, new AttributesImpl());
    }

    void close() {
        end(ROOT);
    }

    @Override
    public void interchangeStarted(InterchangeHead interchange) {
        var attributes = new AttributesImpl();
        add(attributes, "reference", interchange.reference());
        add(attributes, "sender", interchange.sender().identification());
        add(attributes, "recipient", interchange.recipient().identification());
        add(attributes, "prepared", interchange.preparedDate() + interchange.preparedTime());
        add(attributes, "environment", interchange.environment().name());
        start("interchange", attributes);
    }

    @Override
    public Optional<SegmentHandler> messageStarted(MessageHead message) {
        var attributes = new AttributesImpl();
        add(attributes, "reference", message.reference());
        add(attributes, "type", message.type());
        start("message", attributes);
        return Optional.of(this);
    }

    @Override
    public void groupStarted(String trigger, int depth) {
        start("Group" + trigger, new AttributesImpl());
    }

    @Override
    public void segment(Segment segment) {
        var attributes = new AttributesImpl();
        add(attributes, "position", Integer.toString(segment.position()));
        start(segment.tag(), attributes);
        for (int element = 1; element <= segment.elements(); element++) {
            writeElement(segment, element);
        }
        end(segment.tag());
    }

    private void writeElement(Segment segment, int element) {
        boolean isOpen = false;
        for (int component = 1; component <= segment.components(element); component++) {
            String text = segment.text(element, component);
            if (!text.isEmpty()) {
                if (!isOpen) {
                    start("e" + element, new AttributesImpl());
                    isOpen = true;
                }
                writeComponent(text, component, segment.place(element, component));
            }
        }
        if (isOpen) {
            end("e" + element);
        }
    }

    private void writeComponent(String text, int component, Place place) {
        var attributes = new AttributesImpl();
        add(attributes, "offset", Long.toString(place.offset()));
        add(attributes, "line", Integer.toString(place.line()));
        add(attributes, "column", Integer.toString(place.column()));
        start("c" + component, attributes);
        try {
            xml.characters(text.toCharArray(), 0, text.length());
        } catch (SAXException e) {
            throw new RefusedEventException(e);
        }
        end("c" + component);
    }

    @Override
    public void groupEnded(String trigger, int depth) {
        end("Group" + trigger);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void messageEnded(MessageHead message, int segments, Verdict verdict) {
        end("message");
    }

    @Override
    public void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report) {
        end("interchange");
    }

    private static void add(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute("", name, name, "CDATA", value);
    }

    private void start(String name, AttributesImpl attributes) {
        try {
            xml.startElement("", name, name, attributes);
        } catch (SAXException e) {
            throw new RefusedEventException(e);
        }
    }

    private void end(String name) {
        try {
            xml.endElement("", name, name);
        } catch (SAXException e) {
            throw new RefusedEventException(e);
        }
    }
}
