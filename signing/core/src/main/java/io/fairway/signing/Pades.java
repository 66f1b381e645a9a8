package io.fairway.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * PAdES signatures in PDF documents (ETSI EN 319 142-1, baseline levels B and T), every suite, with a visible seal where one is wanted.
 * {@link PadesLevels} adds what later levels need. The signature is added behind the document, whose bytes stay as they were.
 */
public final class Pades {
    static final COSName CADES_DETACHED = COSName.getPDFName("ETSI.CAdES.detached");
    private static final int RESERVED_BYTES = 8 * 1024;

    private Pades() {
    }

    /**
     * Level B, or T when an authority is given.
     *
     * @param pdf neither encrypted nor signed
     * @param seal what is drawn on the last page; nothing when empty
     * @param at signing time, cut to seconds
     * @throws IOException when the document cannot be read, or there is no timestamp to be had
     * @throws NoUsableKeyException when the certificate is not valid at that time
     */
    public static byte[] sign(byte[] pdf, SigningKey key, Optional<VisibleSeal> seal, Instant at, Optional<TimestampAuthority> authority)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf); var options = new SignatureOptions()) {
            if (document.isEncrypted() || !document.getSignatureDictionaries().isEmpty()) {
                throw new IOException("A document that is encrypted or signed already");
            }
            document.setDocumentId(at.getEpochSecond());
            options.setPreferredSignatureSize(RESERVED_BYTES);
            options.setPage(document.getNumberOfPages() - 1);
            if (seal.isPresent()) {
                options.setVisualSignature(seal.get().drawnFor(document.getPage(document.getNumberOfPages() - 1)));
            }
            PDSignature signature = dictionary(CADES_DETACHED, at);
            signature.setName(key.certificate().getSubjectX500Principal().getName());
            return append(document, signature, options, covered -> {
                byte[] cms = Cades.signWithoutTime(covered, key, at);
                return authority.isPresent() ? CadesLevels.timestamp(cms, authority.get()) : cms;
            });
        }
    }

    /** Makes a signature value over what the byte range covers. */
    @FunctionalInterface
    interface Value {
        byte[] over(byte[] covered) throws IOException;
    }

    static PDSignature dictionary(COSName form, Instant at) {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(form);
        var date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        date.setTimeInMillis(at.toEpochMilli());
        signature.setSignDate(date);
        return signature;
    }

    static byte[] append(PDDocument document, PDSignature signature, SignatureOptions options, Value value) throws IOException {
        document.addSignature(signature, options);
        var out = new ByteArrayOutputStream();
        ExternalSigningSupport support = document.saveIncrementalForExternalSigning(out);
        try (InputStream covered = support.getContent()) {
            support.setSignature(value.over(covered.readAllBytes()));
        }
        return out.toByteArray();
    }
}
