package io.fairway.signing;

import static io.fairway.signing.SignatureFault.BYTE_RANGE;
import static io.fairway.signing.SignatureFault.CHANGED_AFTER_SIGNING;
import static io.fairway.signing.SignatureFault.ENCRYPTED;
import static io.fairway.signing.SignatureFault.MALFORMED;
import static io.fairway.signing.SignatureFault.MISSING;
import static io.fairway.signing.SignatureFault.SIGNER_COUNT;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Checks PAdES signatures of every level against a {@link TrustPolicy}. */
public final class PadesVerifier {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-'};

    private final TrustPolicy policy;

    public PadesVerifier(TrustPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param pdf a document with one signature; a document security store and document timestamps may follow it, nothing else may
     * @param now time of checking
     * @return with the file as it was signed when it passed
     */
    public Verdict verify(byte[] pdf, Instant now) {
        var checks = new CheckList();
        try {
            checkFrame(pdf);
            try (PDDocument whole = Loader.loadPDF(pdf)) {
                return verify(pdf, whole, now, checks);
            }
        } catch (InvalidPasswordException e) {
            return SignatureRefusedException.failed(ENCRYPTED, ENCRYPTED.text()).verdict(checks);
        } catch (IOException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            // The PDF library reads what it can of broken files, and says so in these ways when it cannot.
            return SignatureRefusedException.failed(MALFORMED, "Not a PDF document that can be read: " + e.getMessage()).verdict(checks);
        } catch (SignatureRefusedException e) {
            return e.verdict(checks);
        }
    }

    private static void checkFrame(byte[] pdf) throws SignatureRefusedException {
        if (pdf.length > MOST_BYTES) {
            throw SignatureRefusedException.failed(MALFORMED, "A document of " + pdf.length + " bytes; " + MOST_BYTES + " are the limit");
        }
        if (pdf.length < HEADER.length || Arrays.mismatch(pdf, 0, HEADER.length, HEADER, 0, HEADER.length) >= 0) {
            throw SignatureRefusedException.failed(MALFORMED, "The file does not begin as a PDF document");
        }
        if (!PdfRevision.endsAsFile(pdf, pdf.length)) {
            throw SignatureRefusedException.failed(CHANGED_AFTER_SIGNING, "There is something behind the end of the document");
        }
    }

    private Verdict verify(byte[] pdf, PDDocument whole, Instant now, CheckList checks) throws IOException, SignatureRefusedException {
        if (whole.isEncrypted()) {
            throw SignatureRefusedException.failed(ENCRYPTED, ENCRYPTED.text());
        }
        List<PDSignature> all = whole.getSignatureDictionaries();
        List<PDSignature> timestamps = all.stream().filter(PadesVerifier::isTimestamp).toList();
        List<PDSignature> signatures = all.stream().filter(signature -> !isTimestamp(signature)).toList();
        if (signatures.isEmpty()) {
            throw SignatureRefusedException.failed(MISSING, "The document carries no signature");
        }
        if (signatures.size() > 1) {
            throw SignatureRefusedException.failed(SIGNER_COUNT, "Expected one signature, found " + signatures.size());
        }
        PDSignature signature = signatures.getFirst();
        if (!Pades.CADES_DETACHED.getName().equals(signature.getSubFilter())) {
            throw SignatureRefusedException.failed(MALFORMED, "Expected a signature of the form ETSI.CAdES.detached");
        }
        PdfRevision revision = PdfRevision.of(pdf, signature);
        PdfActiveContent.check(whole.getDocument());
        if (revision.end() < pdf.length) {
            try (PDDocument signed = Loader.loadPDF(revision.file(pdf))) {
                new PdfIncrements(signed, whole).check();
            }
        }
        checks.pass("Nothing that is shown was changed after signing, and nothing in the document runs.");
        Material material = material(whole);
        Instant known = archivedAt(pdf, timestamps, revision, material, now, checks);
        Verdict verdict = new CadesVerifier(policy.withRevocation(material.revocation())).verify(revision.covered(pdf), revision.value(pdf), known,
                material.certificates(), checks);
        return verdict instanceof Verdict.TotalPassed passed ? new Verdict.TotalPassed(new SignedContent(revision.file(pdf)), passed.signer(),
                Optional.ofNullable(signature.getSignDate()).map(date -> date.toInstant()), passed.provenAt(), passed.checks()) : verdict;
    }

    private static boolean isTimestamp(PDSignature signature) {
        return COSName.DOC_TIME_STAMP.equals(signature.getCOSObject().getCOSName(COSName.TYPE));
    }

    private Instant archivedAt(byte[] pdf, List<PDSignature> timestamps, PdfRevision signed, Material material, Instant now, CheckList checks)
            throws SignatureRefusedException {
        List<PdfRevision> revisions = new ArrayList<>();
        for (PDSignature timestamp : timestamps) {
            PdfRevision revision = PdfRevision.of(pdf, timestamp);
            if (revision.end() <= signed.end()) {
                throw SignatureRefusedException.failed(BYTE_RANGE, "A document timestamp that does not cover the signature");
            }
            revisions.add(revision);
        }
        revisions.sort(Comparator.comparingInt(PdfRevision::end).reversed());
        var check = new Timestamps(policy, material.certificates(), material.revocation());
        Instant known = now;
        for (PdfRevision revision : revisions) {
            var token = Timestamps.read(revision.value(pdf));
            check.check(token, revision.covered(pdf), known);
            known = Timestamps.time(token);
            checks.pass("A document timestamp of " + known + " covers signature, content and validation material.");
        }
        return known;
    }

    /** Certificates, revocation lists and answers of the document security store and of the policy. */
    private record Material(List<X509Certificate> certificates, Revocations revocation) {
    }

    private Material material(PDDocument whole) throws IOException, SignatureRefusedException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        List<OcspAnswer> answers = new ArrayList<>();
        COSDictionary store = whole.getDocumentCatalog().getCOSObject().getCOSDictionary(PadesLevels.SECURITY_STORE);
        try {
            if (store != null) {
                for (byte[] certificate : streams(store.getCOSArray(PadesLevels.CERTIFICATES))) {
                    certificates.add(KnownCertificates.presented(certificate));
                }
                for (byte[] list : streams(store.getCOSArray(PadesLevels.LISTS))) {
                    lists.add(Certificates.revocationList(list));
                }
                for (byte[] answer : streams(store.getCOSArray(PadesLevels.ANSWERS))) {
                    answers.add(OcspAnswer.read(answer));
                }
            }
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "The document security store cannot be read");
        }
        return new Material(certificates, policy.known().and(new Revocations(lists, answers)));
    }

    private static List<byte[]> streams(COSArray array) throws IOException {
        List<byte[]> found = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.getObject(i) instanceof COSStream stream) {
                try (InputStream in = stream.createInputStream()) {
                    found.add(in.readAllBytes());
                }
            }
        }
        return found;
    }
}
