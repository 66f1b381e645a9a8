package io.fairway.signing;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * Parsers with every protection on, used again, since making one takes longer than reading a small document. Each is left after some documents:
 * it remembers every name it has read.
 */
final class XmlBuilders {
    private static final String DEEPEST = "256";
    private static final String MOST_ATTRIBUTES = "256";
    private static final int MOST_WAITING = 16;
    private static final int MOST_DOCUMENTS = 64;

    private final ConcurrentLinkedDeque<Used> waiting = new ConcurrentLinkedDeque<>();
    private final AtomicInteger waits = new AtomicInteger();

    /** @param documents read with it so far */
    record Used(DocumentBuilder builder, int documents) {
    }

    /** One that nobody else uses until it is given back. */
    Used take() throws ParserConfigurationException {
        Used one = waiting.pollFirst();
        if (one != null) {
            waits.decrementAndGet();
            return one;
        }
        return new Used(factory().newDocumentBuilder(), 0);
    }

    /** After a document that could be read and was not large; others leave their parser behind. */
    void giveBack(Used used) {
        if (used.documents() + 1 < MOST_DOCUMENTS && waits.get() < MOST_WAITING) {
            used.builder().reset();
            waits.incrementAndGet();
            waiting.addFirst(new Used(used.builder(), used.documents() + 1));
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        factory.setAttribute("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        return factory;
    }
}
