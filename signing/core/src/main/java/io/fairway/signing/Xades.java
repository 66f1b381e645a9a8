package io.fairway.signing;

import static io.fairway.signing.XmlDom.DSIG;
import static io.fairway.signing.XmlDom.XADES;
import static io.fairway.signing.XmlDom.append;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * XAdES signatures over XML and over files beside it (ETSI EN 319 132-1, baseline level B), with ECDSA P-256 or RSA-PSS.
 * {@link XadesLevels} adds what later levels need.
 */
public final class Xades {
    static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final int ID_DIGITS = 24;

    private Xades() {
    }

    /**
     * Signs a whole document; the signature becomes the last child of its root.
     *
     * @param xml without a document type and without a signature in it
     * @param at signing time, cut to seconds
     * @return the document with its signature, UTF-8; comments stay but are not covered
     * @throws IllegalArgumentException when the document cannot be read or is signed already, or the suite has no XML name
     * @throws NoUsableKeyException when the certificate is not valid at that time
     */
    public static byte[] signEnveloped(byte[] xml, SigningKey key, Instant at) {
        Document document = document(xml);
        if (!XmlDom.all(document.getDocumentElement(), DSIG, "Signature").isEmpty()) {
            throw new IllegalArgumentException("The document is signed already");
        }
        byte[] content = XmlDom.canonical(document);
        byte[] digest = Algorithms.digest("SHA-256").digest(content);
        var draft = new Draft(document.getDocumentElement(), key, at, digest);
        Element reference = draft.reference("", digest);
        Element transforms = XmlDom.append(reference, DSIG, "Transforms");
        append(transforms, DSIG, "Transform").setAttribute("Algorithm", XadesAlgorithms.ENVELOPED);
        append(transforms, DSIG, "Transform").setAttribute("Algorithm", XmlDom.EXCLUSIVE);
        reference.insertBefore(transforms, reference.getFirstChild());
        draft.complete("text/xml");
        return XmlDom.whole(document);
    }

    /**
     * Signs files that lie beside the signature.
     *
     * @param files by the URI by which the signature refers to them, relative, such as a name in an archive; at least one
     * @param at signing time, cut to seconds
     * @return a document whose root is the signature, UTF-8
     */
    public static byte[] signDetached(Map<String, byte[]> files, SigningKey key, Instant at) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Nothing to sign");
        }
        SortedMap<String, byte[]> sorted = new TreeMap<>(files);
        Document document = XmlDom.empty();
        var all = Algorithms.digest("SHA-256");
        SortedMap<String, byte[]> digests = new TreeMap<>();
        sorted.forEach((uri, bytes) -> digests.put(uri, Algorithms.digest("SHA-256").digest(bytes)));
        digests.values().forEach(all::update);
        var draft = new Draft(document, key, at, all.digest());
        digests.forEach(draft::reference);
        draft.complete("application/octet-stream");
        return XmlDom.whole(document);
    }

    private static Document document(byte[] xml) {
        try {
            return XmlDom.read(xml);
        } catch (SignatureRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A signature under construction. */
    private static final class Draft {
        private final SigningKey key;
        private final Instant at;
        private final Element signature;
        private final Element signedInfo;
        private final String id;
        private int references;

        Draft(Node parent, SigningKey key, Instant at, byte[] digest) {
            if (!key.isValidAt(at)) {
                throw new NoUsableKeyException("The certificate of " + key.certificate().getSubjectX500Principal() + " is not valid at " + at);
            }
            this.key = key;
            this.at = at;
            id = HexFormat.of().formatHex(Algorithms.digest("SHA-256").digest((HexFormat.of().formatHex(digest) + at + key.certificate()
                    .getSerialNumber()).getBytes(StandardCharsets.US_ASCII))).substring(0, ID_DIGITS);
            signature = append(parent, DSIG, "Signature");
            signature.setAttribute("Id", "signature-" + id);
            signedInfo = append(signature, DSIG, "SignedInfo");
            append(signedInfo, DSIG, "CanonicalizationMethod").setAttribute("Algorithm", XmlDom.EXCLUSIVE);
            append(signedInfo, DSIG, "SignatureMethod").setAttribute("Algorithm", XadesAlgorithms.identifier(key.suite())
                    .orElseThrow(() -> new IllegalArgumentException("No XML signature algorithm for " + key.suite())));
        }

        Element reference(String uri, byte[] digest) {
            Element reference = append(signedInfo, DSIG, "Reference");
            reference.setAttribute("Id", "reference-" + references++ + '-' + id);
            reference.setAttribute("URI", uri);
            digested(reference, digest);
            return reference;
        }

        private static void digest(Element parent, byte[] content) {
            digested(parent, Algorithms.digest("SHA-256").digest(content));
        }

        private static void digested(Element parent, byte[] digest) {
            append(parent, DSIG, "DigestMethod").setAttribute("Algorithm", XadesAlgorithms.SHA256);
            append(parent, DSIG, "DigestValue", BASE64.encodeToString(digest));
        }

        void complete(String mediaType) {
            try {
                Element object = properties(mediaType);
                signature.insertBefore(keyInfo(), object);
                signature.insertBefore(value(), signature.getElementsByTagNameNS(DSIG, "KeyInfo").item(0));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Cannot sign with the key of " + key.certificate().getSubjectX500Principal(), e);
            }
        }

        private Element properties(String mediaType) throws GeneralSecurityException {
            Element object = append(signature, DSIG, "Object");
            Element qualifying = append(object, XADES, "QualifyingProperties");
            qualifying.setAttribute("Target", "#signature-" + id);
            Element signed = append(qualifying, XADES, "SignedProperties");
            signed.setAttribute("Id", "properties-" + id);
            Element ofSignature = append(signed, XADES, "SignedSignatureProperties");
            append(ofSignature, XADES, "SigningTime", at.truncatedTo(ChronoUnit.SECONDS).toString());
            Element certificate = append(append(ofSignature, XADES, "SigningCertificateV2"), XADES, "Cert");
            digest(append(certificate, XADES, "CertDigest"), key.certificate().getEncoded());
            Element ofContent = append(signed, XADES, "SignedDataObjectProperties");
            for (int i = 0; i < references; i++) {
                Element format = append(ofContent, XADES, "DataObjectFormat");
                format.setAttribute("ObjectReference", "#reference-" + i + '-' + id);
                append(format, XADES, "MimeType", mediaType);
            }
            Element reference = append(signedInfo, DSIG, "Reference");
            reference.setAttribute("Type", SIGNED_PROPERTIES);
            reference.setAttribute("URI", "#properties-" + id);
            append(append(reference, DSIG, "Transforms"), DSIG, "Transform").setAttribute("Algorithm", XmlDom.EXCLUSIVE);
            digest(reference, XmlDom.canonical(signed));
            return object;
        }

        private Element keyInfo() throws GeneralSecurityException {
            Element keyInfo = append(signature, DSIG, "KeyInfo");
            Element certificates = append(keyInfo, DSIG, "X509Data");
            for (X509Certificate certificate : key.chain()) {
                append(certificates, DSIG, "X509Certificate", BASE64.encodeToString(certificate.getEncoded()));
            }
            return keyInfo;
        }

        private Element value() throws GeneralSecurityException {
            Signature signer = Algorithms.forSigning(key);
            signer.update(XmlDom.canonical(signedInfo));
            Element value = append(signature, DSIG, "SignatureValue",
                    BASE64.encodeToString(XadesAlgorithms.toXml(key.suite(), signer.sign())));
            value.setAttribute("Id", "value-" + id);
            return value;
        }
    }
}
