package io.fairway.xml;

import io.fairway.document.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/**
 * An XML input read part by part. The caller names the elements to enter; every element inside an entered one that is not
 * itself entered is a part and comes whole. Memory follows the largest part, not the input.
 */
public final class XmlParts {
    private final XmlEvents events;
    private final XmlElement root;
    private final Deque<Level> entered = new ArrayDeque<>();

    private record Level(String path, Map<String, Integer> seen) {
        String pathOf(String name) {
            int count = seen.merge(name, 1, Integer::sum);
            return path + "/" + name + (count == 1 ? "" : "[" + count + "]");
        }
    }

    private XmlParts(XmlEvents events, XmlElement root) {
        this.events = events;
        this.root = root;
        entered.push(new Level(root.name(), new HashMap<>()));
    }

    /**
     * Reads as far as the root element's start tag.
     *
     * @throws XmlFaultException when the input is not XML within the limits
     * @throws IOException only when {@code input} throws it
     */
    public static XmlParts open(InputStream input, XmlLimits limits) throws IOException, XmlFaultException {
        var events = new XmlEvents(input, limits);
        int event = events.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            event = events.next();
        }
        return new XmlParts(events, events.startedElement(events.localName()));
    }

    /** The root element with its attributes, without what is in it. */
    public XmlElement root() {
        return root;
    }

    /**
     * The next part, or empty after the end of the document.
     *
     * @param toEnter local names of elements (below the root) to enter instead of taking them whole
     * @throws XmlFaultException when the input cannot be read on
     * @throws IOException only when the input throws it
     */
    public Optional<XmlElement> next(Set<String> toEnter) throws IOException, XmlFaultException {
        events.partBegins();
        while (true) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Level level = entered.element();
                    String path = level.pathOf(events.localName());
                    if (!toEnter.contains(events.localName())) {
                        return Optional.of(whole(path));
                    }
                    entered.push(new Level(path, new HashMap<>()));
                }
                case XMLStreamConstants.END_ELEMENT -> entered.pop();
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Optional.empty();
                }
                default -> { }
            }
        }
    }

    /** Where reading stands. */
    public Place place() {
        return events.place(entered.isEmpty() ? root.name() : entered.element().path());
    }

    private XmlElement whole(String path) throws IOException, XmlFaultException {
        var open = new ArrayDeque<XmlElementBuilder>();
        open.push(new XmlElementBuilder(events.startedElement(path)));
        while (true) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String child = open.element().pathOf(events.localName());
                    open.push(new XmlElementBuilder(events.startedElement(child)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.element().append(events);
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement element = open.pop().build();
                    if (open.isEmpty()) {
                        return element;
                    }
                    open.element().add(element);
                }
                default -> { }
            }
        }
    }
}
