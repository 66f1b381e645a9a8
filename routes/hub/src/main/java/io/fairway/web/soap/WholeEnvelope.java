package io.fairway.web.soap;

import static io.fairway.web.soap.SoapCode.DOCUMENT_TYPE_REFUSED;
import static io.fairway.web.soap.SoapCode.ENVELOPE_MALFORMED;
import static io.fairway.web.soap.SoapCode.PART_MISPLACED;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.staxutils.W3CDOMStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads the envelope to its end before CXF does. CXF takes the first Body that it meets for the body, be it deep inside a header, and never
 * looks at what comes behind it; here there is one Body, as the envelope's last child, or the call is refused.
 */
final class WholeEnvelope extends AbstractPhaseInterceptor<Message> {

    WholeEnvelope() {
        super(Phase.POST_STREAM);
        addAfter(StaxInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader == null) {
            return;
        }
        try {
            skipProlog(reader);
            Document document = StaxUtils.read(reader);
            Element envelope = document.getDocumentElement();
            requireOneBody(envelope);
            message.setContent(XMLStreamReader.class, new W3CDOMStreamReader(envelope));
        } catch (XMLStreamException unread) {
            throw new Fault(unread);
        }
    }

    private static void skipProlog(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.getEventType();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.DTD) {
                throw SoapRefusedException.of(DOCUMENT_TYPE_REFUSED, "Envelope", "Expected XML without a document type.");
            }
            event = reader.next();
        }
    }

    private static void requireOneBody(Element envelope) {
        if (!"Envelope".equals(envelope.getLocalName()) || !Names.ENVELOPES.contains(String.valueOf(envelope.getNamespaceURI()))) {
            throw SoapRefusedException.of(ENVELOPE_MALFORMED, "Envelope", "Expected a SOAP envelope.");
        }
        List<Element> bodies = new ArrayList<>();
        Dom.walk(envelope, element -> {
            if ("Body".equals(element.getLocalName()) && Names.ENVELOPES.contains(String.valueOf(element.getNamespaceURI()))) {
                bodies.add(element);
            }
        });
        List<Element> children = Dom.children(envelope);
        if (bodies.size() != 1 || children.isEmpty() || children.size() > 2 || !children.getLast().isSameNode(bodies.getFirst())) {
            throw SoapRefusedException.of(PART_MISPLACED, "Body", "Expected one Header and one Body behind it, and no Body elsewhere.");
        }
    }
}
