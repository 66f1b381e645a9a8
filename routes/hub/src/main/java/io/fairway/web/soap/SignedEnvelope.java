package io.fairway.web.soap;

import static io.fairway.web.soap.SoapCode.ADDRESS_REFUSED;
import static io.fairway.web.soap.SoapCode.ENCRYPTION_UNSUPPORTED;
import static io.fairway.web.soap.SoapCode.ENVELOPE_MALFORMED;
import static io.fairway.web.soap.SoapCode.IDENTIFIER_REPEATED;
import static io.fairway.web.soap.SoapCode.PART_UNSIGNED;
import static io.fairway.web.soap.SoapCode.SECURITY_MISSING;
import static io.fairway.web.soap.SoapCode.SECURITY_UNEXPECTED;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The parts of a call, each found where it is read and nowhere else: one header, one body, in the header one To, one Action and one
 * security header with one token, one timestamp and one signature. What is there twice, or beside them, is refused before anything is
 * verified, so that "the signed body" and "the body" cannot be two.
 */
record SignedEnvelope(Element body, Element to, Element action, Optional<Element> messageId, Element token, Element timestamp,
                      Element signature) {
    /** @throws SoapRefusedException when a part is missing, doubled or unexpected */
    static SignedEnvelope of(Element envelope) {
        refuseRepeatedIdentifiers(envelope);
        String soap = String.valueOf(envelope.getNamespaceURI());
        Element body = one(Dom.children(envelope, soap, "Body"), ENVELOPE_MALFORMED, "Body");
        Element header = one(Dom.children(envelope, soap, "Header"), SECURITY_MISSING, "Header");
        Element security = one(Dom.children(header, Names.WSSE, "Security"), SECURITY_MISSING, "Security");
        refuseUnexpected(security, body);
        refuseAnswerElsewhere(header);
        return new SignedEnvelope(body, one(Dom.children(header, Names.WSA, "To"), PART_UNSIGNED, "To"),
                one(Dom.children(header, Names.WSA, "Action"), PART_UNSIGNED, "Action"), atMostOne(header, "MessageID"),
                one(Dom.children(security, Names.WSSE, "BinarySecurityToken"), SoapCode.TOKEN_REFUSED, "BinarySecurityToken"),
                one(Dom.children(security, Names.WSU, "Timestamp"), PART_UNSIGNED, "Timestamp"),
                one(Dom.children(security, Names.DSIG, "Signature"), PART_UNSIGNED, "Signature"));
    }

    private static Element one(List<Element> found, SoapCode absent, String place) {
        if (found.isEmpty()) {
            throw SoapRefusedException.of(absent, place, "Expected " + place + ".");
        }
        if (found.size() > 1) {
            throw SoapRefusedException.of(SECURITY_UNEXPECTED, place, "Expected " + place + " once, found it " + found.size() + " times.");
        }
        return found.getFirst();
    }

    private static Optional<Element> atMostOne(Element header, String name) {
        List<Element> found = Dom.children(header, Names.WSA, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(one(found, PART_UNSIGNED, name));
    }

    /** Every attribute that some verifier takes for an identifier counts, whatever its namespace or case. */
    private static void refuseRepeatedIdentifiers(Element envelope) {
        Set<String> seen = new HashSet<>();
        Dom.walk(envelope, element -> {
            var own = new HashSet<String>();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) element.getAttributes().item(i);
                String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
                if (name.toLowerCase(Locale.ROOT).equals("id")) {
                    own.add(attribute.getValue());
                }
            }
            own.forEach(id -> {
                if (!seen.add(id)) {
                    throw SoapRefusedException.of(IDENTIFIER_REPEATED, element.getLocalName(), "Expected every identifier once.");
                }
            });
        });
    }

    private static void refuseUnexpected(Element security, Element body) {
        for (Element child : Dom.children(security)) {
            boolean expected = Dom.is(child, Names.WSSE, "BinarySecurityToken") || Dom.is(child, Names.WSU, "Timestamp")
                    || Dom.is(child, Names.DSIG, "Signature");
            if (!expected) {
                boolean encrypted = Names.XENC.equals(child.getNamespaceURI());
                throw SoapRefusedException.of(encrypted ? ENCRYPTION_UNSUPPORTED : SECURITY_UNEXPECTED, child.getLocalName(),
                        "Expected a BinarySecurityToken, a Timestamp and a Signature, and nothing else.");
            }
        }
        if (!Dom.children(body, Names.XENC, "EncryptedData").isEmpty()) {
            throw SoapRefusedException.of(ENCRYPTION_UNSUPPORTED, "Body", "Expected a body in clear; the connection is what is encrypted.");
        }
    }

    /** The hub answers where it is asked and calls no address that a message names. */
    private static void refuseAnswerElsewhere(Element header) {
        for (String name : List.of("ReplyTo", "FaultTo")) {
            atMostOne(header, name).ifPresent(reply -> Dom.children(reply, Names.WSA, "Address").forEach(address -> {
                if (!Dom.text(address).equals(Names.ANONYMOUS)) {
                    throw SoapRefusedException.of(ADDRESS_REFUSED, name, "Expected " + Names.ANONYMOUS + ".");
                }
            }));
        }
    }

    /** What its signature has to cover, by the name it is refused with. */
    List<Element> toBeSigned() {
        return List.of(body, timestamp, to, action);
    }
}
