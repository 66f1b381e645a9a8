package io.fairway.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Raises PAdES signatures to the levels LT and LTA (ETSI EN 319 142-1, sections 5.4 and 6.3) by increments behind the signed document, and
 * renews LTA: {@link #archive} may be called again and again.
 */
public final class PadesLevels {
    static final COSName SECURITY_STORE = COSName.getPDFName("DSS");
    static final COSName CERTIFICATES = COSName.getPDFName("Certs");
    static final COSName LISTS = COSName.getPDFName("CRLs");
    static final COSName ANSWERS = COSName.getPDFName("OCSPs");
    static final COSName TIMESTAMP_FORM = COSName.getPDFName("ETSI.RFC3161");
    private static final int RESERVED_BYTES = 8 * 1024;

    private PadesLevels() {
    }

    /**
     * Level LT: a document security store with certificates of signer and timestamp authorities up to their roots, and revocation lists.
     * Replaces one that is there.
     *
     * @throws IOException when the document cannot be read
     */
    public static byte[] withValidationMaterial(byte[] pdf, Collection<X509Certificate> certificates, Collection<X509CRL> lists) throws IOException {
        return withValidationMaterial(pdf, certificates, Revocations.of(lists));
    }

    /** The same, with OCSP answers beside the lists. */
    public static byte[] withValidationMaterial(byte[] pdf, Collection<X509Certificate> certificates, Revocations revocation) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var store = new COSDictionary();
            var certificateStreams = new COSArray();
            var listStreams = new COSArray();
            for (X509Certificate certificate : certificates) {
                certificateStreams.add(stream(document, certificate.getEncoded()));
            }
            for (X509CRL list : revocation.lists()) {
                listStreams.add(stream(document, list.getEncoded()));
            }
            var answerStreams = new COSArray();
            for (OcspAnswer answer : revocation.answers()) {
                answerStreams.add(stream(document, answer.encoded()));
            }
            store.setItem(CERTIFICATES, certificateStreams);
            store.setItem(LISTS, listStreams);
            if (!revocation.answers().isEmpty()) {
                store.setItem(ANSWERS, answerStreams);
            }
            store.setNeedToBeUpdated(true);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(SECURITY_STORE, store);
            catalog.setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException("Validation material that cannot be added", e);
        }
    }

    /**
     * Level LTA: a document timestamp over all that is there so far.
     *
     * @param at stated in the document; the time that counts is the authority's
     * @throws IOException when there is no timestamp to be had, or the document cannot be read
     */
    public static byte[] archive(byte[] pdf, Instant at, TimestampAuthority authority) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf); var options = new SignatureOptions()) {
            options.setPreferredSignatureSize(RESERVED_BYTES);
            PDSignature timestamp = Pades.dictionary(TIMESTAMP_FORM, at);
            timestamp.setType(COSName.DOC_TIME_STAMP);
            return Pades.append(document, timestamp, options, covered -> authority.stamp(Algorithms.digest("SHA-256").digest(covered)));
        }
    }

    private static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        stream.setNeedToBeUpdated(true);
        return stream;
    }
}
