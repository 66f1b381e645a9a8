package io.fairway.web.soap;

import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Element;

/** WS-Addressing headers of an answer or a fault: its action, and the call it relates to (WS-Addressing 1.0, 3.4). */
final class AnswerHeaders extends AbstractSoapInterceptor {
    private static final int LONGEST_MESSAGE_ID = 500;

    AnswerHeaders() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Optional<SignedCall> call = SignedCall.of(message);
        String action = message.getContent(Exception.class) instanceof Fault
                ? "Refusal" : call.map(answered -> answered.request().getLocalName() + "Response").orElse("Refusal");
        add(message, "Action", Names.WINDOW + ":" + action);
        call.flatMap(SignedCall::messageId).filter(id -> id.length() <= LONGEST_MESSAGE_ID).ifPresent(id -> add(message, "RelatesTo", id));
    }

    private static void add(SoapMessage message, String name, String text) {
        Element element = DOMUtils.createDocument().createElementNS(Names.WSA, "wsa:" + name);
        element.setTextContent(text);
        message.getHeaders().add(new SoapHeader(new QName(Names.WSA, name), element));
    }
}
