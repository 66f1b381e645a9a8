package io.fairway.web.soap;

import static io.fairway.web.soap.SoapCode.ALGORITHM_REFUSED;
import static io.fairway.web.soap.SoapCode.PART_UNSIGNED;
import static io.fairway.web.soap.SoapCode.SIGNATURE_INVALID;
import static io.fairway.web.soap.SoapCode.TOKEN_REFUSED;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;

/** What a signature says it covers, and how: only strong algorithms, only whole elements of this message in exclusive canonical form. */
final class SignatureScope {
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";
    private static final Set<String> METHODS = Set.of(MORE + "ecdsa-sha256", MORE + "ecdsa-sha384", MORE + "rsa-sha256", MORE + "rsa-sha384",
            MORE + "rsa-sha512", MORE_2007 + "sha256-rsa-MGF1", MORE_2007 + "sha384-rsa-MGF1");
    private static final Set<String> DIGESTS = Set.of(Names.XENC + "sha256", MORE + "sha384", Names.XENC + "sha512");
    private static final int MOST_REFERENCES = 16;

    private final Element signedInfo;
    private final Set<String> identifiers;

    private SignatureScope(Element signedInfo, Set<String> identifiers) {
        this.signedInfo = signedInfo;
        this.identifiers = Set.copyOf(identifiers);
    }

    /** @throws SoapRefusedException when something in it is not accepted */
    static SignatureScope of(SignedEnvelope envelope) {
        Element signature = envelope.signature();
        Element info = only(signature, "SignedInfo");
        require(info, "CanonicalizationMethod", Set.of(Names.EXCLUSIVE));
        require(info, "SignatureMethod", METHODS);
        requireTokenAsKey(signature, envelope.token());
        if (!Dom.children(signature, Names.DSIG, "Object").isEmpty()) {
            throw SoapRefusedException.of(SIGNATURE_INVALID, "Object", "Expected a signature over parts of the message only.");
        }
        List<Element> references = Dom.children(info, Names.DSIG, "Reference");
        if (references.size() > MOST_REFERENCES) {
            throw SoapRefusedException.of(SIGNATURE_INVALID, "Reference", "Expected at most " + MOST_REFERENCES + " references.");
        }
        Set<String> identifiers = new HashSet<>();
        references.forEach(reference -> identifiers.add(identifier(reference)));
        return new SignatureScope(info, identifiers);
    }

    private static Element only(Element parent, String name) {
        List<Element> found = Dom.children(parent, Names.DSIG, name);
        if (found.size() != 1) {
            throw SoapRefusedException.of(SIGNATURE_INVALID, name, "Expected one " + name + ".");
        }
        return found.getFirst();
    }

    private static void require(Element parent, String name, Set<String> algorithms) {
        String algorithm = only(parent, name).getAttribute("Algorithm");
        if (!algorithms.contains(algorithm)) {
            throw SoapRefusedException.of(ALGORITHM_REFUSED, name, "Expected one of " + String.join(", ", algorithms.stream().sorted().toList()) + ".");
        }
    }

    private static void requireTokenAsKey(Element signature, Element token) {
        List<Element> pointers = Dom.children(only(signature, "KeyInfo")).stream()
                .flatMap(child -> Dom.children(child, Names.WSSE, "Reference").stream()).toList();
        String id = token.getAttributeNS(Names.WSU, "Id");
        if (pointers.size() != 1 || id.isEmpty() || !pointers.getFirst().getAttribute("URI").equals("#" + id)) {
            throw SoapRefusedException.of(TOKEN_REFUSED, "KeyInfo", "Expected a direct reference to the BinarySecurityToken.");
        }
    }

    private static String identifier(Element reference) {
        require(reference, "DigestMethod", DIGESTS);
        List<Element> transforms = Dom.children(reference, Names.DSIG, "Transforms");
        for (Element list : transforms) {
            for (Element transform : Dom.children(list)) {
                if (!transform.getAttribute("Algorithm").equals(Names.EXCLUSIVE)) {
                    throw SoapRefusedException.of(ALGORITHM_REFUSED, "Transform", "Expected " + Names.EXCLUSIVE + " and nothing else.");
                }
            }
        }
        String uri = reference.getAttribute("URI");
        if (!uri.startsWith("#") || uri.startsWith("#xpointer")) {
            throw SoapRefusedException.of(SIGNATURE_INVALID, "Reference", "Expected references to identifiers in the message.");
        }
        return uri.substring(1);
    }

    /** Whether it names this element, by its wsu:Id; identifiers are known to be unique. */
    void requireNamed(Element part) {
        String id = part.getAttributeNS(Names.WSU, "Id");
        if (id.isEmpty() || !identifiers.contains(id)) {
            throw SoapRefusedException.of(PART_UNSIGNED, part.getLocalName(), "Expected " + part.getLocalName() + " to be signed.");
        }
    }

    /** SHA-256 of what was signed, in canonical form. */
    byte[] digest() {
        try {
            var out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Names.EXCLUSIVE).canonicalizeSubtree(signedInfo, out);
            return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        } catch (XMLSecurityException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("What was verified has a canonical form", e);
        }
    }
}
