package io.fairway.hub;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A signed call, written with nothing but the JDK: no class of the hub's, of CXF or of WSS4J has a part in it. */
final class SoapEnvelope {
    static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    static final String WINDOW = "urn:fairway:single-window:1";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    static final String WSA = "http://www.w3.org/2005/08/addressing";
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final List<String> ORDER = List.of("transmission", "idempotencyKey", "waitSeconds", "contentType", "content", "reference", "most",
            "cursor", "a");
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    final Document document;
    final Element header;
    final Element body;
    final Element security;
    final Element timestamp;
    private final Map<String, Element> parts = new LinkedHashMap<>();
    private String method = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    private SoapEnvelope(String soap, String address, String action, Instant created, Instant expires) {
        document = builder().newDocument();
        Element envelope = element(document, soap, "env:Envelope");
        envelope.setAttributeNS(XMLNS, "xmlns:wsu", WSU);
        document.appendChild(envelope);
        header = append(envelope, soap, "env:Header", "");
        body = part(append(envelope, soap, "env:Body", ""), "body");
        part(append(header, WSA, "wsa:To", address), "to");
        part(append(header, WSA, "wsa:Action", WINDOW + ":" + action), "action");
        append(header, WSA, "wsa:MessageID", "urn:uuid:" + UUID.randomUUID());
        security = append(header, WSSE, "wsse:Security", "");
        timestamp = part(append(security, WSU, "wsu:Timestamp", ""), "timestamp");
        append(timestamp, WSU, "wsu:Created", created.truncatedTo(ChronoUnit.MILLIS).toString());
        append(timestamp, WSU, "wsu:Expires", expires.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    static SoapEnvelope of(String address, String action) {
        return lasting(address, action, Instant.now(), Instant.now().plusSeconds(300));
    }

    static SoapEnvelope lasting(String address, String action, Instant created, Instant expires) {
        return new SoapEnvelope(SOAP, address, action, created, expires);
    }

    static SoapEnvelope ofVersion11(String address, String action) {
        return new SoapEnvelope("http://schemas.xmlsoap.org/soap/envelope/", address, action, Instant.now(), Instant.now().plusSeconds(300));
    }

    /** The request in the body, with texts as its children. */
    SoapEnvelope request(String name, Map<String, String> children) {
        Element request = append(body, WINDOW, "fw:" + name, "");
        ORDER.stream().filter(children::containsKey).forEach(child -> append(request, WINDOW, "fw:" + child, children.get(child)));
        return this;
    }

    SoapEnvelope submit(byte[] content, Map<String, String> others) {
        var children = new LinkedHashMap<>(others);
        children.put("contentType", "application/edifact");
        children.put("content", Base64.getEncoder().encodeToString(content));
        return request("Submit", children);
    }

    /** Leaves a part out of what is signed. */
    SoapEnvelope without(String part) {
        parts.remove(part);
        return this;
    }

    SoapEnvelope by(String otherMethod) {
        method = otherMethod;
        return this;
    }

    SoapEnvelope signed(SoapKeys keys) {
        try {
            String token = "token-" + UUID.randomUUID();
            Element binary = append(security, WSSE, "wsse:BinarySecurityToken", Base64.getEncoder().encodeToString(keys.certificate().getEncoded()));
            binary.setAttribute("ValueType", WSS + "x509-token-profile-1.0#X509v3");
            binary.setAttribute("EncodingType", WSS + "soap-message-security-1.0#Base64Binary");
            binary.setAttributeNS(WSU, "wsu:Id", token);
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            List<Reference> references = new ArrayList<>();
            var exclusive = factory.newTransform(EXCLUSIVE, (TransformParameterSpec) null);
            for (Element part : parts.values()) {
                references.add(factory.newReference("#" + part.getAttributeNS(WSU, "Id"), factory.newDigestMethod(DigestMethod.SHA256, null),
                        List.of(exclusive), null, null));
            }
            var info = factory.newSignedInfo(factory.newCanonicalizationMethod(EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(method, null), references);
            var key = factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(pointer(token))));
            var context = new DOMSignContext(keys.privateKey(), security);
            parts.values().forEach(part -> context.setIdAttributeNS(part, WSU, "Id"));
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            factory.newXMLSignature(info, key).sign(context);
            return this;
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    private Element pointer(String token) {
        Element pointer = element(document, WSSE, "wsse:SecurityTokenReference");
        Element reference = append(pointer, WSSE, "wsse:Reference", "");
        reference.setAttribute("URI", "#" + token);
        reference.setAttribute("ValueType", WSS + "x509-token-profile-1.0#X509v3");
        return pointer;
    }

    private Element part(Element element, String name) {
        element.setAttributeNS(WSU, "wsu:Id", name + "-" + UUID.randomUUID());
        parts.put(name, element);
        return element;
    }

    Element append(Element parent, String namespace, String name, String text) {
        Element element = element(document, namespace, name);
        element.setTextContent(text);
        parent.appendChild(element);
        return element;
    }

    /** With its namespace declared on it, as it will be when it was written and read again. */
    static Element element(Document document, String namespace, String name) {
        Element element = document.createElementNS(namespace, name);
        element.setAttributeNS(XMLNS, "xmlns:" + name.substring(0, name.indexOf(':')), namespace);
        return element;
    }

    byte[] bytes() {
        return bytes("UTF-8");
    }

    byte[] bytes(String charset) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty("encoding", charset);
            transformer.setOutputProperty("omit-xml-declaration", "yes");
            var out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    static Document parse(byte[] xml) {
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    private static javax.xml.parsers.DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
