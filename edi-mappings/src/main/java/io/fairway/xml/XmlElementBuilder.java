package io.fairway.xml;

import io.fairway.xml.XmlElement.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers one element while it is being read. */
final class XmlElementBuilder {
    private final XmlElement started;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    XmlElementBuilder(XmlElement started) {
        this.started = started;
    }

    String pathOf(String childName) {
        int count = seen.merge(childName, 1, Integer::sum);
        return started.place().segment() + "/" + childName + (count == 1 ? "" : "[" + count + "]");
    }

    void append(XmlEvents events) throws XmlFaultException {
        events.appendText(text, started.place().segment());
    }

    void add(XmlElement child) {
        children.add(child);
    }

    XmlElement build() {
        List<Attribute> attributes = started.attributes();
        return new XmlElement(started.namespace(), started.name(), attributes, text.toString().strip(), children, started.place());
    }
}
