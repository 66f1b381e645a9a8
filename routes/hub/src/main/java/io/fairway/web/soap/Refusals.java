package io.fairway.web.soap;

import io.fairway.usecase.registry.SecurityEvent;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.web.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every fault that goes out has code and place; what was not foreseen is told as such, logged, and never as a stack trace (P14). */
final class Refusals extends AbstractSoapInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Set<String> NOT_AN_ATTACK = Set.of(SoapCode.REQUEST_INVALID.name(), SoapCode.TIMESTAMP_EXPIRED.name());

    private final SecurityJournal journal;
    private final InstantSource clock;

    Refusals(SecurityJournal journal, InstantSource clock) {
        super(Phase.SETUP);
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exception thrown = message.getContent(Exception.class);
        SoapRefusedException refused = refusal(thrown);
        Optional<HttpServletRequest> request = Optional.ofNullable(message.getExchange().getInMessage())
                .map(in -> in.get(AbstractHTTPDestination.HTTP_REQUEST)).map(HttpServletRequest.class::cast);
        String trace = request.map(Trace::of).map(Trace::id).orElse("");
        refused.setDetail(detail(refused, trace));
        message.setContent(Exception.class, refused);
        if (message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_RESPONSE) instanceof HttpServletResponse response) {
            refused.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
        }
        request.ifPresent(asked -> note(message, refused, asked, trace));
    }

    private static SoapRefusedException refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SoapRefusedException refused -> {
                    return refused;
                }
                case WSSecurityException _ -> {
                    return SoapRefusedException.of(SoapCode.SIGNATURE_INVALID, "Signature", "Expected a signature that verifies.");
                }
                case XMLStreamException unread -> {
                    return unreadable(String.valueOf(unread.getMessage()));
                }
                default -> {
                    // look further
                }
            }
        }
        if (thrown instanceof Fault fault && fault.getFaultCode() != null && isOfTheSender(fault)) {
            return SoapRefusedException.of(SoapCode.ENVELOPE_MALFORMED, "Envelope", "Expected a SOAP envelope that this service understands.");
        }
        LOG.error("A SOAP call failed", thrown);
        return SoapRefusedException.receiver("INTERNAL", "The operator finds the cause by the trace id.", OptionalInt.empty());
    }

    private static boolean isOfTheSender(Fault fault) {
        return Set.of("Sender", "Client", "VersionMismatch", "MustUnderstand").contains(fault.getFaultCode().getLocalPart());
    }

    private static SoapRefusedException unreadable(String message) {
        if (message.contains("event DTD") || message.contains("DOCTYPE") || message.contains("DTD") || message.contains("entity")) {
            return SoapRefusedException.of(SoapCode.DOCUMENT_TYPE_REFUSED, "Envelope", "Expected XML without a document type.");
        }
        if (message.contains("UTF-8") || message.contains("encoding") || message.contains("charset")) {
            return SoapRefusedException.of(SoapCode.CHARSET_REFUSED, "Envelope", "Expected UTF-8 or UTF-16, as the content type says.");
        }
        return SoapRefusedException.of(SoapCode.ENVELOPE_MALFORMED, "Envelope", "Expected well-formed XML within the limits of this service.");
    }

    private static Element detail(SoapRefusedException refused, String trace) {
        Document document = DOMUtils.createDocument();
        Element detail = document.createElement("detail");
        AnswerXml.Writer writer = AnswerXml.Writer.under(detail, "Refusal").text("code", refused.refusal()).text("place", refused.place())
                .text("expected", refused.getReason()).text("trace", trace);
        refused.first().ifPresent(first -> writer.text("first", first.toString()));
        return detail;
    }

    private void note(SoapMessage message, SoapRefusedException refused, HttpServletRequest request, String trace) {
        SignedCall.of(message).ifPresentOrElse(call -> {
            if (refused.refusal().equals("FORBIDDEN")) {
                note(SecurityEvent.Kind.ACT_REFUSED, call.caller().party().value(), refused, request, trace);
            } else if (refused.refusal().startsWith("PARTY_")) {
                note(SecurityEvent.Kind.STANDING_REFUSED, call.caller().party().value(), refused, request, trace);
            }
        }, () -> {
            if (!NOT_AN_ATTACK.contains(refused.refusal())) {
                note(SecurityEvent.Kind.TOKEN_REFUSED, "", refused, request, trace);
            }
        });
    }

    private void note(SecurityEvent.Kind kind, String party, SoapRefusedException refused, HttpServletRequest request, String trace) {
        journal.note(new SecurityEvent(clock.instant(), kind, party, "", request.getMethod(), request.getRequestURI(),
                refused.getStatusCode(), "from " + request.getRemoteAddr() + ": " + refused.refusal(), trace));
    }
}
