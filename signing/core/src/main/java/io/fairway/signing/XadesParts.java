package io.fairway.signing;

import static io.fairway.signing.SignatureFault.COVERS_OTHER_CONTENT;
import static io.fairway.signing.SignatureFault.DUPLICATE_ID;
import static io.fairway.signing.SignatureFault.MALFORMED;
import static io.fairway.signing.SignatureFault.MISSING;
import static io.fairway.signing.SignatureFault.SIGNER_COUNT;
import static io.fairway.signing.XmlDom.DSIG;
import static io.fairway.signing.XmlDom.XADES;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * The parts of one XML signature, found by where they must stand, never by identifier: what a reference names is compared with these parts
 * afterwards. That leaves nothing to wrap.
 *
 * @param contentReferences those to what is signed, in order, without the one to the signed properties
 */
record XadesParts(Element signature, Element signedInfo, List<Element> contentReferences, Element propertiesReference, Element value,
        Element keyInfo, Element qualifying, Element signedProperties) {

    private static final Set<String> ID_NAMES = Set.of("id", "Id", "ID");

    /** The one signature of a document, which must be a child of its root. */
    static XadesParts enveloped(Document document) throws SignatureRefusedException {
        Element root = document.getDocumentElement();
        List<Element> everywhere = XmlDom.all(root, DSIG, "Signature");
        if (everywhere.isEmpty()) {
            throw SignatureRefusedException.failed(MISSING, "The document carries no signature");
        }
        if (everywhere.size() > 1) {
            throw SignatureRefusedException.failed(SIGNER_COUNT, "Expected one signature, found " + everywhere.size());
        }
        if (!root.isSameNode(everywhere.getFirst().getParentNode())) {
            throw SignatureRefusedException.failed(COVERS_OTHER_CONTENT, "The signature is not a child of the document's root");
        }
        return of(everywhere.getFirst(), root);
    }

    /** The signature that is the root of its document. */
    static XadesParts detached(Document document) throws SignatureRefusedException {
        Element root = document.getDocumentElement();
        if (!XmlDom.is(root, DSIG, "Signature") || XmlDom.all(root, DSIG, "Signature").size() != 1) {
            throw SignatureRefusedException.failed(MALFORMED, "Expected one signature as the root of the document");
        }
        return of(root, root);
    }

    private static XadesParts of(Element signature, Element root) throws SignatureRefusedException {
        Element signedInfo = only(signature, DSIG, "SignedInfo");
        checkIds(root, named(signature), new HashSet<>());
        List<Element> content = new ArrayList<>(XmlDom.children(signedInfo, DSIG, "Reference"));
        List<Element> toProperties = content.stream().filter(reference -> Xades.SIGNED_PROPERTIES.equals(reference.getAttribute("Type"))).toList();
        content.removeAll(toProperties);
        if (toProperties.size() != 1 || content.isEmpty()) {
            throw SignatureRefusedException.failed(COVERS_OTHER_CONTENT, "Expected references to the content and one to the signed properties");
        }
        Element object = only(signature, DSIG, "Object");
        Element qualifying = only(object, XADES, "QualifyingProperties");
        return new XadesParts(signature, signedInfo, List.copyOf(content), toProperties.getFirst(), only(signature, DSIG, "SignatureValue"),
                only(signature, DSIG, "KeyInfo"), qualifying, only(qualifying, XADES, "SignedProperties"));
    }

    /** Identifiers that mean something to the signature: those within it and those it refers to. */
    private static Set<String> named(Element signature) {
        Set<String> named = new HashSet<>();
        collectIds(signature, named);
        XmlDom.all(signature, DSIG, "Reference").forEach(reference -> named.add(reference.getAttribute("URI").replaceFirst("^#", "")));
        return named;
    }

    private static void collectIds(Element element, Set<String> found) {
        found.addAll(ids(element));
        XmlDom.children(element).forEach(child -> collectIds(child, found));
    }

    private static List<String> ids(Element element) {
        List<String> found = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (ID_NAMES.contains(Optional.ofNullable(attributes.item(i).getLocalName()).orElse(attributes.item(i).getNodeName()))) {
                found.add(attributes.item(i).getNodeValue());
            }
        }
        return found;
    }

    private static void checkIds(Element element, Set<String> named, Set<String> seen) throws SignatureRefusedException {
        for (String id : ids(element)) {
            if (named.contains(id) && !seen.add(id)) {
                throw SignatureRefusedException.failed(DUPLICATE_ID, "The identifier '" + shortened(id) + "' stands twice");
            }
        }
        for (Element child : XmlDom.children(element)) {
            checkIds(child, named, seen);
        }
    }

    private static String shortened(String value) {
        return value.codePoints().filter(Character::isLetterOrDigit).limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    static Element only(Element parent, String namespace, String name) throws SignatureRefusedException {
        List<Element> found = XmlDom.children(parent, namespace, name);
        if (found.size() != 1) {
            throw SignatureRefusedException.failed(MALFORMED, "Expected one " + name + " in " + parent.getLocalName() + ", found " + found.size());
        }
        return found.getFirst();
    }

    static byte[] base64(Element element) throws SignatureRefusedException {
        try {
            return Base64.getMimeDecoder().decode(element.getTextContent());
        } catch (IllegalArgumentException e) {
            throw SignatureRefusedException.failed(MALFORMED, element.getLocalName() + " is not base64");
        }
    }

    /** Properties that were added after signing, in order; empty at level B. */
    List<Element> unsigned() {
        List<Element> found = new ArrayList<>();
        for (Element properties : XmlDom.children(qualifying, XADES, "UnsignedProperties")) {
            for (Element ofSignature : XmlDom.children(properties, XADES, "UnsignedSignatureProperties")) {
                found.addAll(XmlDom.children(ofSignature));
            }
        }
        return found;
    }
}
