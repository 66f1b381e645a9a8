package io.fairway.signing;

import static io.fairway.signing.SignatureFault.MALFORMED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML in memory as signatures need it: read without document types and outside references, written in canonical form. */
final class XmlDom {
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String XADES_141 = "http://uri.etsi.org/01903/v1.4.1#";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int SMALL = 1024 * 1024;
    private static final XmlBuilders BUILDERS = new XmlBuilders();
    private static final ErrorHandler STRICT = new Strict();

    static {
        Init.init();
    }

    private XmlDom() {
    }

    /** @throws SignatureRefusedException when this is not well-formed, has a document type, or is nested deeper than 256 elements */
    static Document read(byte[] xml) throws SignatureRefusedException {
        if (xml.length > MOST_BYTES) {
            throw SignatureRefusedException.failed(MALFORMED, "A document of " + xml.length + " bytes; " + MOST_BYTES + " are the limit");
        }
        try {
            XmlBuilders.Used used = BUILDERS.take();
            used.builder().setErrorHandler(STRICT);
            Document document = used.builder().parse(new ByteArrayInputStream(xml));
            if (xml.length < SMALL) {
                BUILDERS.giveBack(used);
            }
            return document;
        } catch (SAXException | IOException e) {
            throw SignatureRefusedException.failed(MALFORMED, "Not XML that is accepted here: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser lacks a protection", e);
        }
    }

    static Document empty() {
        try {
            XmlBuilders.Used used = BUILDERS.take();
            Document document = used.builder().newDocument();
            BUILDERS.giveBack(used);
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser lacks a protection", e);
        }
    }

    /**
     * Exclusive canonical form without comments, of an element with all that is in it, or of a document.
     *
     * @throws IllegalArgumentException when there is none, as for relative namespace names
     */
    static byte[] canonical(Node node) {
        return written(node, EXCLUSIVE);
    }

    /** The document as it is, comments and order of attributes included; UTF-8. */
    static byte[] whole(Document document) {
        return written(document, Canonicalizer.ALGO_ID_C14N_PHYSICAL);
    }

    private static byte[] written(Node node, String algorithm) {
        try {
            var out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(algorithm).canonicalizeSubtree(node, out);
            return out.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalArgumentException("XML without a canonical form: " + e.getMessage(), e);
        }
    }

    /** All elements of a tree with this name, in document order, the root included. */
    static List<Element> all(Element root, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        collect(root, namespace, name, found);
        return found;
    }

    private static void collect(Element element, String namespace, String name, List<Element> found) {
        if (is(element, namespace, name)) {
            found.add(element);
        }
        for (Element child : children(element)) {
            collect(child, namespace, name, found);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static Element append(Node parent, String namespace, String name) {
        Document document = parent instanceof Document self ? self : parent.getOwnerDocument();
        String prefix = switch (namespace) {
            case DSIG -> "ds";
            case XADES -> "xades";
            case XADES_141 -> "xades141";
            default -> throw new IllegalArgumentException(namespace);
        };
        Element element = document.createElementNS(namespace, prefix + ':' + name);
        if (!namespace.equals(parent.lookupNamespaceURI(prefix))) {
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
        }
        parent.appendChild(element);
        return element;
    }

    static Element append(Node parent, String namespace, String name, String text) {
        Element element = append(parent, namespace, name);
        element.setTextContent(text);
        return element;
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
