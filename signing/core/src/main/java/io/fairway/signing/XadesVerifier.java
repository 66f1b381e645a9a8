package io.fairway.signing;

import static io.fairway.signing.SignatureFault.CONTENT_CHANGED;
import static io.fairway.signing.SignatureFault.COVERS_OTHER_CONTENT;
import static io.fairway.signing.SignatureFault.FOREIGN_KEY;
import static io.fairway.signing.SignatureFault.MALFORMED;
import static io.fairway.signing.SignatureFault.OUTSIDE_REFERENCE;
import static io.fairway.signing.SignatureFault.SIGNATURE_INVALID;
import static io.fairway.signing.SignatureFault.SIGNER_NOT_NAMED;
import static io.fairway.signing.SignatureFault.TRANSFORM_REFUSED;
import static io.fairway.signing.SignatureFault.WEAK_ALGORITHM;
import static io.fairway.signing.XmlDom.DSIG;
import static io.fairway.signing.XmlDom.XADES;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Checks XAdES signatures of every level against a {@link TrustPolicy}. Strict where the standards leave room: an enveloped signature
 * covers the whole document by the reference {@code ""}, with two known transforms and no others; a detached one covers files that the
 * caller hands in.
 */
public final class XadesVerifier {
    private static final List<String> ENVELOPED = List.of(XadesAlgorithms.ENVELOPED, XmlDom.EXCLUSIVE);
    private static final List<String> ENVELOPED_PLAIN = List.of(XadesAlgorithms.ENVELOPED);
    private static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    private static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";

    private final TrustPolicy policy;

    public XadesVerifier(TrustPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param xml a document with one enveloped signature
     * @param now time of checking
     * @return with the document in exclusive canonical form, without signature and comments, when it passed: exactly what was signed
     */
    public Verdict verifyEnveloped(byte[] xml, Instant now) {
        var checks = new CheckList();
        try {
            Document document = XmlDom.read(xml);
            XadesParts parts = XadesParts.enveloped(document);
            if (parts.contentReferences().size() != 1) {
                throw SignatureRefusedException.failed(COVERS_OTHER_CONTENT, "Expected one reference to the document");
            }
            Element reference = parts.contentReferences().getFirst();
            if (!reference.hasAttribute("URI") || !reference.getAttribute("URI").isEmpty()) {
                throw SignatureRefusedException.failed(reference.getAttribute("URI").startsWith("#") ? COVERS_OTHER_CONTENT : OUTSIDE_REFERENCE,
                        "Expected a reference to the whole document");
            }
            List<String> transforms = transforms(reference);
            if (!transforms.equals(ENVELOPED) && !transforms.equals(ENVELOPED_PLAIN)) {
                throw SignatureRefusedException.failed(TRANSFORM_REFUSED, "Expected the enveloped-signature transform and exclusive canonical form");
            }
            byte[] content = without(document, parts.signature());
            return verify(parts, Map.of("", content), content, now, checks);
        } catch (SignatureRefusedException e) {
            return e.verdict(checks);
        } catch (IllegalArgumentException e) {
            return SignatureRefusedException.failed(MALFORMED, "Not a document with a signature: " + e.getMessage()).verdict(checks);
        }
    }

    /**
     * @param signature a document whose root is the signature
     * @param files every file it should cover, by its URI; no more and no less
     * @param now time of checking
     * @return with the files' bytes joined in the order of their names when it passed
     */
    public Verdict verifyDetached(byte[] signature, Map<String, byte[]> files, Instant now) {
        var checks = new CheckList();
        try {
            XadesParts parts = XadesParts.detached(XmlDom.read(signature));
            Map<String, byte[]> open = new HashMap<>(files);
            for (Element reference : parts.contentReferences()) {
                if (!transforms(reference).isEmpty()) {
                    throw SignatureRefusedException.failed(TRANSFORM_REFUSED, "A file is signed as it is, without transforms");
                }
                if (open.remove(reference.getAttribute("URI")) == null) {
                    throw SignatureRefusedException.failed(OUTSIDE_REFERENCE, "The signature names something that is not among these files");
                }
            }
            if (!open.isEmpty()) {
                throw SignatureRefusedException.failed(COVERS_OTHER_CONTENT, "Not covered: " + String.join(", ", open.keySet()));
            }
            var joined = new ByteArrayOutputStream();
            files.keySet().stream().sorted().forEach(name -> joined.writeBytes(files.getOrDefault(name, new byte[0])));
            return verify(parts, files, joined.toByteArray(), now, checks);
        } catch (SignatureRefusedException e) {
            return e.verdict(checks);
        } catch (IllegalArgumentException e) {
            return SignatureRefusedException.failed(MALFORMED, "Not a document with a signature: " + e.getMessage()).verdict(checks);
        }
    }

    private Verdict verify(XadesParts parts, Map<String, byte[]> contents, byte[] processed, Instant now, CheckList checks)
            throws SignatureRefusedException {
        List<X509Certificate> chain = chain(parts);
        X509Certificate signer = signer(parts, chain);
        for (Element reference : parts.contentReferences()) {
            checkDigest(reference, contents.getOrDefault(reference.getAttribute("URI"), new byte[0]));
        }
        checkProperties(parts);
        checkSignature(parts, signer);
        checks.pass("The signature of " + ChainCheck.name(signer) + " covers exactly these " + processed.length + " bytes.");
        var times = new XadesTimes(policy, parts, contents, chain);
        Instant provenAt = times.provenAt(now, checks);
        new SignerCheck(policy, times.certificates(), times.revocation()).check(signer, provenAt, checks);
        return new Verdict.TotalPassed(new SignedContent(processed), signer, signingTime(parts), provenAt, checks.all());
    }

    static byte[] without(Document document, Element signature) {
        var next = signature.getNextSibling();
        var parent = signature.getParentNode();
        parent.removeChild(signature);
        byte[] content = XmlDom.canonical(document);
        parent.insertBefore(signature, next);
        return content;
    }

    private static List<String> transforms(Element reference) throws SignatureRefusedException {
        List<String> found = new ArrayList<>();
        for (Element transforms : XmlDom.children(reference, DSIG, "Transforms")) {
            for (Element transform : XmlDom.children(transforms)) {
                if (leavesOutTheSignature(transform)) {
                    found.add(ENVELOPED.getFirst());
                } else if (XmlDom.children(transform).isEmpty()) {
                    found.add(transform.getAttribute("Algorithm"));
                } else {
                    throw SignatureRefusedException.failed(TRANSFORM_REFUSED, "A transform with parameters");
                }
            }
        }
        return found;
    }

    /**
     * Two ways in which other signers write the enveloped-signature transform, as an XPath (XML-Signature, 6.6.3) or an XPath filter 2.0: with
     * the one signature of the document each says the same.
     */
    private static boolean leavesOutTheSignature(Element transform) {
        List<Element> parameters = XmlDom.children(transform);
        String algorithm = transform.getAttribute("Algorithm");
        if (parameters.size() != 1 || !DSIG.equals(parameters.getFirst().lookupNamespaceURI("ds"))) {
            return false;
        }
        Element path = parameters.getFirst();
        String expression = path.getTextContent().strip();
        return XPATH.equals(algorithm) && XmlDom.is(path, DSIG, "XPath") && "not(ancestor-or-self::ds:Signature)".equals(expression)
                || FILTER.equals(algorithm) && XmlDom.is(path, FILTER, "XPath") && "subtract".equals(path.getAttribute("Filter"))
                        && "/descendant::ds:Signature".equals(expression);
    }

    private static void checkDigest(Element reference, byte[] content) throws SignatureRefusedException {
        if (!MessageDigest.isEqual(XadesParts.base64(XadesParts.only(reference, DSIG, "DigestValue")), digestOf(reference).digest(content))) {
            throw SignatureRefusedException.failed(CONTENT_CHANGED, CONTENT_CHANGED.text());
        }
    }

    private static MessageDigest digestOf(Element parent) throws SignatureRefusedException {
        return XadesAlgorithms.digest(XadesParts.only(parent, DSIG, "DigestMethod").getAttribute("Algorithm")).map(Algorithms::digest)
                .orElseThrow(() -> SignatureRefusedException.failed(WEAK_ALGORITHM, "Expected SHA-256, SHA-384 or SHA-512"));
    }

    private static void checkProperties(XadesParts parts) throws SignatureRefusedException {
        Element reference = parts.propertiesReference();
        String id = parts.signedProperties().getAttribute("Id");
        if (id.isEmpty() || !reference.getAttribute("URI").equals('#' + id)
                || !parts.qualifying().getAttribute("Target").equals('#' + parts.signature().getAttribute("Id"))) {
            throw SignatureRefusedException.failed(COVERS_OTHER_CONTENT, "The signed properties are not those of this signature");
        }
        if (!transforms(reference).equals(List.of(XmlDom.EXCLUSIVE))) {
            throw SignatureRefusedException.failed(TRANSFORM_REFUSED, "Expected exclusive canonical form for the signed properties");
        }
        checkDigest(reference, XmlDom.canonical(parts.signedProperties()));
    }

    private void checkSignature(XadesParts parts, X509Certificate signer) throws SignatureRefusedException {
        Suite suite = Suite.of(signer.getPublicKey()).filter(policy.suites()::contains)
                .orElseThrow(() -> SignatureRefusedException.failed(WEAK_ALGORITHM, "The signer's key is of no accepted suite"));
        String canonical = XadesParts.only(parts.signedInfo(), DSIG, "CanonicalizationMethod").getAttribute("Algorithm");
        String method = XadesParts.only(parts.signedInfo(), DSIG, "SignatureMethod").getAttribute("Algorithm");
        if (!canonical.equals(XmlDom.EXCLUSIVE) || !XadesAlgorithms.identifier(suite).equals(Optional.of(method))) {
            throw SignatureRefusedException.failed(WEAK_ALGORITHM, "Expected exclusive canonical form and " + suite);
        }
        try {
            Signature verifier = Algorithms.verifier(suite, signer.getPublicKey());
            verifier.update(XmlDom.canonical(parts.signedInfo()));
            if (verifier.verify(XadesAlgorithms.fromXml(suite, XadesParts.base64(parts.value())))) {
                return;
            }
        } catch (GeneralSecurityException | IOException e) {
            throw SignatureRefusedException.failed(SIGNATURE_INVALID, "The signature value cannot be used: " + e.getMessage());
        }
        throw SignatureRefusedException.failed(SIGNATURE_INVALID, SIGNATURE_INVALID.text());
    }

    private static List<X509Certificate> chain(XadesParts parts) throws SignatureRefusedException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Element child : XmlDom.children(parts.keyInfo())) {
            if (!XmlDom.is(child, DSIG, "X509Data")) {
                throw SignatureRefusedException.failed(FOREIGN_KEY, "KeyInfo holds " + child.getLocalName() + "; only certificates are accepted");
            }
            for (Element entry : XmlDom.children(child)) {
                if (!XmlDom.is(entry, DSIG, "X509Certificate")) {
                    throw SignatureRefusedException.failed(FOREIGN_KEY, "KeyInfo holds " + entry.getLocalName() + "; only certificates are accepted");
                }
                chain.add(XadesTimes.certificate(entry));
            }
        }
        return chain;
    }

    private static X509Certificate signer(XadesParts parts, List<X509Certificate> chain) throws SignatureRefusedException {
        Element ofSignature = XadesParts.only(parts.signedProperties(), XADES, "SignedSignatureProperties");
        List<Element> bound = XmlDom.children(ofSignature, XADES, "SigningCertificateV2");
        if (bound.size() != 1 || chain.isEmpty()) {
            throw SignatureRefusedException.failed(SIGNER_NOT_NAMED, SIGNER_NOT_NAMED.text());
        }
        List<Element> certificates = XmlDom.children(bound.getFirst(), XADES, "Cert");
        if (certificates.isEmpty()) {
            throw SignatureRefusedException.failed(SIGNER_NOT_NAMED, SIGNER_NOT_NAMED.text());
        }
        Element digest = XadesParts.only(certificates.getFirst(), XADES, "CertDigest");
        byte[] expected = XadesParts.base64(XadesParts.only(digest, DSIG, "DigestValue"));
        try {
            if (MessageDigest.isEqual(expected, digestOf(digest).digest(chain.getFirst().getEncoded()))) {
                return chain.getFirst();
            }
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "The signer's certificate cannot be read");
        }
        throw SignatureRefusedException.failed(FOREIGN_KEY, "The certificate in KeyInfo is not the one that the signature binds");
    }

    private static Optional<Instant> signingTime(XadesParts parts) {
        List<Element> times = XmlDom.all(parts.signedProperties(), XADES, "SigningTime");
        try {
            return times.size() == 1 ? Optional.of(OffsetDateTime.parse(times.getFirst().getTextContent().strip()).toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
