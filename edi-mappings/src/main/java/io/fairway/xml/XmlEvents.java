package io.fairway.xml;

import io.fairway.document.finding.Place;
import io.fairway.xml.XmlElement.Attribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The JDK's own StAX parser with everything dangerous switched off, the rest refused, and limits on what is left. */
final class XmlEvents {
    private static final String IMPLEMENTATION_LIMIT = "JAXP0001";
    /** Limits of the JDK against entity expansion; they count every {@code &amp;} and would refuse a long honest manifest. */
    private static final List<String> WITHOUT_DTD_MEANINGLESS =
            List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    private final XmlLimits limits;
    private final XmlSource source;
    private final XMLStreamReader reader;
    private int depth;
    private int elements;
    private Place lastStart = Place.NOWHERE;
    private int lastStartCharacter;

    XmlEvents(InputStream input, XmlLimits limits) throws IOException, XmlFaultException {
        this.limits = limits;
        this.source = new XmlSource(input, limits);
        try {
            this.reader = hardened().createXMLStreamReader(source);
        } catch (XMLStreamException e) {
            throw faultOf(e);
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        WITHOUT_DTD_MEANINGLESS.forEach(limit -> factory.setProperty(limit, "0"));
        XMLResolver nothing = (publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the document is ever read");
        };
        factory.setXMLResolver(nothing);
        return factory;
    }

    /** The limit of elements counts anew. */
    void partBegins() {
        elements = 0;
    }

    int next() throws IOException, XmlFaultException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw faultOf(e);
        }
        switch (event) {
            case XMLStreamConstants.DTD -> throw XmlFault.XML_DOCTYPE_REFUSED.at(standing(reader.getLocation()), "DOCTYPE");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw XmlFault.XML_ENTITY_REFUSED.at(standing(reader.getLocation()), "&" + reader.getLocalName() + ";");
            case XMLStreamConstants.START_ELEMENT -> checkStart();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> { }
        }
        return event;
    }

    private void checkStart() throws XmlFaultException {
        source.tagReached();
        lastStart = source.positions().afterNextStartTag("");
        lastStartCharacter = reader.getLocation().getCharacterOffset();
        if (depth == 0 && !"1.0".equals(reader.getVersion()) && reader.getVersion() != null) {
            throw XmlFault.XML_VERSION_UNSUPPORTED.at(place(""), reader.getVersion());
        }
        depth++;
        elements++;
        if (depth > limits.depth()) {
            throw XmlFault.XML_LIMIT_DEPTH.at(place(""), "more than " + limits.depth());
        }
        if (elements > limits.elements()) {
            throw XmlFault.XML_LIMIT_ELEMENTS.at(place(""), "more than " + limits.elements());
        }
        if (reader.getAttributeCount() > limits.attributes()) {
            throw XmlFault.XML_LIMIT_ATTRIBUTES.at(place(""), "more than " + limits.attributes());
        }
    }

    String localName() {
        return reader.getLocalName();
    }

    /** The element whose start tag was just read, still without content. */
    XmlElement startedElement(String path) {
        Place place = place(path);
        List<Attribute> attributes = new ArrayList<>(reader.getAttributeCount());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            attributes.add(new Attribute(orEmpty(reader.getAttributeNamespace(i)), name, reader.getAttributeValue(i).strip(),
                    moved(place, path + "/@" + name)));
        }
        return new XmlElement(orEmpty(reader.getNamespaceURI()), reader.getLocalName(), attributes, "", List.of(), place);
    }

    private static Place moved(Place place, String path) {
        return new Place(place.message(), path, 0, 0, 0, place.offset(), place.line(), place.column());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Adds the text just read; blanks before any text are layout, of which an element with many children has much. */
    void appendText(StringBuilder text, String path) throws XmlFaultException {
        if (text.isEmpty() && reader.isWhiteSpace()) {
            return;
        }
        if (text.length() + reader.getTextLength() > limits.textCharacters()) {
            throw XmlFault.XML_LIMIT_TEXT.at(place(path), "more than " + limits.textCharacters() + " characters");
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** Where the content of the element that started last begins. */
    Place place(String path) {
        return new Place("", path, 0, 0, 0, lastStart.offset(), lastStart.line(), lastStart.column());
    }

    /** Where the parser stands, as well as it knows: counted from the last start tag. */
    private Place standing(Location location) {
        return source.positions().ahead(Math.max(0, location.getCharacterOffset() - lastStartCharacter), "");
    }

    private XmlFaultException faultOf(XMLStreamException e) throws IOException {
        if (source.broken().isPresent()) {
            throw source.broken().get();
        }
        if (source.fault().isPresent()) {
            return source.fault().get();
        }
        Place place = e.getLocation() == null ? source.positions().here("") : standing(e.getLocation());
        String message = e.getMessage() == null ? "" : e.getMessage();
        if (message.contains(IMPLEMENTATION_LIMIT)) {
            return XmlFault.XML_LIMIT_ATTRIBUTES.at(place, "more than the parser accepts");
        }
        return XmlFault.XML_NOT_WELL_FORMED.at(place, message.lines().reduce((first, last) -> last).orElse("").replaceFirst("^Message: ", ""));
    }
}
