package io.fairway.connector.gate;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The flat XML of gate devices: leaf values by their path of local names, without DTDs and foreign entities. */
final class GateXml {
    private static final XMLInputFactory FACTORY = hardened();
    private static final int MOST_LEAVES = 2_000;
    private static final int DEEPEST = 16;

    private final String root;
    private final Map<String, List<String>> leaves;

    private GateXml(String root, Map<String, List<String>> leaves) {
        this.root = root;
        this.leaves = leaves;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static GateXml read(String xml) throws RefusedReadingException {
        Map<String, List<String>> leaves = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        var text = new StringBuilder();
        String root = "";
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new StringReader(xml.strip()));
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    root = path.isEmpty() ? in.getLocalName() : root;
                    path.addLast(in.getLocalName());
                    attributes(in, String.join("/", path), leaves);
                    text.setLength(0);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(in.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    put(leaves, String.join("/", path), text.toString().strip());
                    path.removeLast();
                    text.setLength(0);
                }
                if (path.size() > DEEPEST || leaves.size() > MOST_LEAVES) {
                    throw new RefusedReadingException("NOT_A_READING", "Expected a small XML document");
                }
            }
        } catch (XMLStreamException e) {
            throw new RefusedReadingException("NOT_A_READING", "Expected well-formed XML without a document type");
        }
        return new GateXml(root, leaves);
    }

    private static void attributes(XMLStreamReader in, String path, Map<String, List<String>> leaves) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            put(leaves, path + "/@" + in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
    }

    private static void put(Map<String, List<String>> leaves, String path, String value) {
        if (!value.isEmpty()) {
            leaves.computeIfAbsent(path, _ -> new ArrayList<>()).add(value);
        }
    }

    String root() {
        return root;
    }

    /** The first value at a path below the root. */
    Optional<String> value(String path) {
        return all(path).stream().findFirst();
    }

    List<String> all(String path) {
        return leaves.getOrDefault(root + "/" + path, List.of());
    }

    String must(String path) throws RefusedReadingException {
        return value(path).orElseThrow(() -> new RefusedReadingException("NOT_A_READING", "Expected " + path + " in " + root));
    }
}
