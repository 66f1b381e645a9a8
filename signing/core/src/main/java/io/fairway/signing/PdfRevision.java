package io.fairway.signing;

import static io.fairway.signing.SignatureFault.BYTE_RANGE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * What one signature in a PDF file covers: from the first byte to the end of its revision, but for its own value.
 *
 * @param start of the value's hexadecimal string, with its bracket
 * @param resume first byte behind that string
 * @param end of the revision: number of bytes of the file as it was when this was signed
 */
record PdfRevision(int start, int resume, int end) {
    private static final int PARTS = 4;

    /** @throws SignatureRefusedException when the byte range leaves out anything but one hexadecimal string, or ends before an end of file */
    static PdfRevision of(byte[] pdf, PDSignature signature) throws SignatureRefusedException {
        int[] range = signature.getByteRange();
        if (range == null || range.length != PARTS || range[0] != 0 || range[1] <= 0 || range[3] <= 0
                || range[2] <= range[1] || (long) range[2] + range[3] > pdf.length) {
            throw SignatureRefusedException.failed(BYTE_RANGE, BYTE_RANGE.text());
        }
        var revision = new PdfRevision(range[1], range[2], range[2] + range[3]);
        if (pdf[revision.start] != '<' || pdf[revision.resume - 1] != '>' || !revision.holdsOnlyDigits(pdf)) {
            throw SignatureRefusedException.failed(BYTE_RANGE, "The byte range leaves out more than the signature's value");
        }
        if (!endsAsFile(pdf, revision.end)) {
            throw SignatureRefusedException.failed(BYTE_RANGE, "The byte range does not end where a file ends");
        }
        return revision;
    }

    private boolean holdsOnlyDigits(byte[] pdf) {
        for (int i = start + 1; i < resume - 1; i++) {
            if (!HexFormat.isHexDigit(pdf[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether these first bytes end with {@code %%EOF} and at most one end of line. */
    static boolean endsAsFile(byte[] pdf, int length) {
        int end = length;
        if (end > 0 && pdf[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && pdf[end - 1] == '\r') {
            end--;
        }
        byte[] marker = {'%', '%', 'E', 'O', 'F'};
        return end >= marker.length && Arrays.equals(pdf, end - marker.length, end, marker, 0, marker.length);
    }

    /** The bytes that the signature was made over. */
    byte[] covered(byte[] pdf) {
        var out = new ByteArrayOutputStream();
        out.write(pdf, 0, start);
        out.write(pdf, resume, end - resume);
        return out.toByteArray();
    }

    /** The signature value, without the zeros that fill its place. */
    byte[] value(byte[] pdf) {
        byte[] digits = Arrays.copyOfRange(pdf, start + 1, resume - 1);
        byte[] padded = HexFormat.of().parseHex(new String(digits, StandardCharsets.US_ASCII));
        return Arrays.copyOf(padded, length(padded));
    }

    /** Length of the DER object that these bytes begin with; all of them when they do not begin with one. */
    private static int length(byte[] bytes) {
        try (var in = new ASN1InputStream(bytes)) {
            ASN1Primitive first = in.readObject();
            return first == null ? bytes.length : bytes.length - in.available();
        } catch (IOException e) {
            return bytes.length;
        }
    }

    /** The file as it was when this was signed. */
    byte[] file(byte[] pdf) {
        return Arrays.copyOf(pdf, end);
    }
}
