package io.fairway.web.soap;

import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.time.InstantSource;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.saaj.SAAJInInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.w3c.dom.Element;

/** Before any signature is computed: is this the shape of a call, is it fresh, does its signature say it covers what it must, whose is it? */
final class CallShape extends AbstractSoapInterceptor {
    private final CertificateHolders holders;
    private final InstantSource clock;

    CallShape(CertificateHolders holders, InstantSource clock) {
        super(Phase.PRE_PROTOCOL);
        addAfter(SAAJInInterceptor.class.getName());
        addBefore(WSS4JInInterceptor.class.getName());
        addBefore(SignatureCheck.class.getName());
        this.holders = holders;
        this.clock = clock;
    }

    /** What a call claims; nothing of it counts until the signature is verified. */
    record Claim(SignedEnvelope envelope, SignatureScope scope, Freshness freshness, CertificateHolders.Holder holder) {
    }

    @Override
    public void handleMessage(SoapMessage message) {
        SignedEnvelope envelope = SignedEnvelope.of(envelope(message));
        SignatureScope scope = SignatureScope.of(envelope);
        envelope.toBeSigned().forEach(scope::requireNamed);
        Freshness freshness = Freshness.of(envelope.timestamp(), clock.instant());
        message.put(Claim.class, new Claim(envelope, scope, freshness, holders.holder(envelope.token())));
    }

    private static Element envelope(SoapMessage message) {
        try {
            SOAPMessage soap = message.getContent(SOAPMessage.class);
            if (soap != null && Dom.bare(soap.getSOAPPart().getEnvelope()) instanceof Element envelope) {
                return envelope;
            }
        } catch (SOAPException notAnEnvelope) {
            throw SoapRefusedException.of(SoapCode.ENVELOPE_MALFORMED, "Envelope", "Expected a SOAP envelope.");
        }
        throw SoapRefusedException.of(SoapCode.ENVELOPE_MALFORMED, "Envelope", "Expected a SOAP envelope.");
    }
}
