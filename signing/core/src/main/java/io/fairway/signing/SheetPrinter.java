package io.fairway.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Puts a {@link Sheet} on A4 paper as PDF/A-3b (ISO 19005-3): fonts embedded, colours defined, the attachments inside as associated files.
 * The same sheet at the same time gives the same bytes. {@link Pades} seals it.
 */
public final class SheetPrinter {
    private SheetPrinter() {
    }

    /**
     * @param at when it is issued; stands in the document and on the paper, in UTC
     * @return the PDF document, unsigned
     */
    public static byte[] print(Sheet sheet, Instant at) {
        try (var document = new PDDocument()) {
            document.setDocumentId(at.toEpochMilli() ^ sheet.number().hashCode());
            new SheetLayout(document, sheet, at).draw();
            Archival.mark(document, sheet, at);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory could not be written", e);
        }
    }
}
