package io.fairway.web.soap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Requests of the contract: held to its schema, then read. */
final class Requests {
    /** The contract's types. */
    static final String SCHEMA = "single-window.xsd";

    private final Schema schema;

    Requests() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            schema = factory.newSchema(new StreamSource(Requests.class.getResourceAsStream(SCHEMA)));
        } catch (SAXException e) {
            throw new IllegalStateException(SCHEMA + " is no schema", e);
        }
    }

    /** @throws SoapRefusedException when the schema does not allow it */
    void requireValid(Element request) {
        try {
            Validator validator = schema.newValidator();
            validator.validate(new DOMSource(request));
        } catch (SAXException notAllowed) {
            throw SoapRefusedException.of(SoapCode.REQUEST_INVALID, request.getLocalName(), "Expected what the schema allows: "
                    + shortened(String.valueOf(notAllowed.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static String shortened(String message) {
        int most = 300;
        return message.length() > most ? message.substring(0, most) + "…" : message;
    }

    static Optional<String> value(Element request, String name) {
        return Dom.children(request, Names.WINDOW, name).stream().findFirst().map(Dom::text);
    }

    static String required(Element request, String name) {
        return value(request, name).orElseThrow(() -> new IllegalStateException("The schema has " + name));
    }

    static int number(Element request, String name, int otherwise) {
        return value(request, name).filter(text -> !text.isEmpty()).map(Integer::parseInt).orElse(otherwise);
    }
}
