package io.fairway.signing;

import static io.fairway.signing.XmlDom.DSIG;
import static io.fairway.signing.XmlDom.XADES;
import static io.fairway.signing.XmlDom.XADES_141;
import static io.fairway.signing.XmlDom.append;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Raises XAdES signatures to the levels T, LT and LTA (ETSI EN 319 132-1, section 6.3), and renews LTA: {@link #archive} may be called
 * again and again. Takes and gives documents with an enveloped signature, or documents that are a detached one.
 */
public final class XadesLevels {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private XadesLevels() {
    }

    /**
     * Level T: a timestamp over the signature value.
     *
     * @throws IOException when there is no timestamp to be had, or the document cannot be read
     */
    public static byte[] timestamp(byte[] xml, TimestampAuthority authority) throws IOException {
        Document document = read(xml);
        XadesParts parts = parts(document);
        stamp(properties(parts), XADES, "SignatureTimeStamp", XmlDom.canonical(parts.value()), authority);
        return XmlDom.whole(document);
    }

    /**
     * Level LT: certificates of signer and timestamp authorities up to their roots, and their revocation lists.
     *
     * @throws IOException when the document cannot be read
     */
    public static byte[] withValidationMaterial(byte[] xml, Collection<X509Certificate> certificates, Collection<X509CRL> lists) throws IOException {
        return withValidationMaterial(xml, certificates, Revocations.of(lists));
    }

    /** The same, with OCSP answers beside the lists. */
    public static byte[] withValidationMaterial(byte[] xml, Collection<X509Certificate> certificates, Revocations revocation) throws IOException {
        Document document = read(xml);
        Element properties = properties(parts(document));
        try {
            Element chain = append(properties, XADES, "CertificateValues");
            for (X509Certificate certificate : certificates) {
                append(chain, XADES, "EncapsulatedX509Certificate", BASE64.encodeToString(certificate.getEncoded()));
            }
            Element values = append(properties, XADES, "RevocationValues");
            Element lists = append(values, XADES, "CRLValues");
            for (X509CRL list : revocation.lists()) {
                append(lists, XADES, "EncapsulatedCRLValue", BASE64.encodeToString(list.getEncoded()));
            }
            if (!revocation.answers().isEmpty()) {
                Element answers = append(values, XADES, "OCSPValues");
                revocation.answers().forEach(answer -> append(answers, XADES, "EncapsulatedOCSPValue", BASE64.encodeToString(answer.encoded())));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("Validation material that cannot be added", e);
        }
        return XmlDom.whole(document);
    }

    /**
     * Level LTA: an archive timestamp over content, signature, and all that is in it so far.
     *
     * @param files what a detached signature covers, by URI; empty for an enveloped one
     * @throws IOException when there is no timestamp to be had, or the document cannot be read
     */
    public static byte[] archive(byte[] xml, Map<String, byte[]> files, TimestampAuthority authority) throws IOException {
        Document document = read(xml);
        XadesParts parts = parts(document);
        Map<String, byte[]> contents = files.isEmpty() ? Map.of("", XadesVerifier.without(document, parts.signature())) : files;
        byte[] covered = XadesTimes.archived(parts, contents, parts.unsigned());
        stamp(properties(parts), XADES_141, "ArchiveTimeStamp", covered, authority);
        return XmlDom.whole(document);
    }

    private static void stamp(Element properties, String namespace, String name, byte[] covered, TimestampAuthority authority) throws IOException {
        byte[] token = authority.stamp(Algorithms.digest("SHA-256").digest(covered));
        Element property = append(properties, namespace, name);
        append(property, DSIG, "CanonicalizationMethod").setAttribute("Algorithm", XmlDom.EXCLUSIVE);
        append(property, XADES, "EncapsulatedTimeStamp", BASE64.encodeToString(token));
    }

    private static Document read(byte[] xml) throws IOException {
        try {
            return XmlDom.read(xml);
        } catch (SignatureRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static XadesParts parts(Document document) throws IOException {
        try {
            return XmlDom.is(document.getDocumentElement(), DSIG, "Signature") ? XadesParts.detached(document) : XadesParts.enveloped(document);
        } catch (SignatureRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Element properties(XadesParts parts) {
        List<Element> unsigned = XmlDom.children(parts.qualifying(), XADES, "UnsignedProperties");
        Element properties = unsigned.isEmpty() ? append(parts.qualifying(), XADES, "UnsignedProperties") : unsigned.getFirst();
        List<Element> ofSignature = XmlDom.children(properties, XADES, "UnsignedSignatureProperties");
        return ofSignature.isEmpty() ? append(properties, XADES, "UnsignedSignatureProperties") : ofSignature.getFirst();
    }
}
