package io.fairway.signing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * The seal that people see on a signed document: a frame with the organisation's name, lines below it, and a QR code (ISO/IEC 18004) that
 * leads to a page where the document can be verified. It proves nothing by itself; the signature does.
 *
 * @param lines the first is the organisation, the others are small; Latin and Chinese
 * @param verification where the QR code leads
 * @param place lower left corner and size on the page, in points of 1/72 inch
 */
public record VisibleSeal(List<String> lines, URI verification, PDRectangle place) {
    private static final float MARGIN = 6f;
    private static final float LARGE = 10f;
    private static final float SMALL = 7f;
    private static final float LEADING = 1.35f;

    /** A seal of 240 by 72 points at the lower left of an A4 page. */
    public static VisibleSeal of(List<String> lines, URI verification) {
        return new VisibleSeal(lines, verification, new PDRectangle(40f, 40f, 240f, 72f));
    }

    public VisibleSeal {
        lines = List.copyOf(lines);
    }

    /** A one-page document with a signature field that looks like the seal, in the form PDFBox takes it. */
    InputStream drawnFor(PDPage page) throws IOException {
        try (var template = new PDDocument()) {
            var sheet = new PDPage(page.getMediaBox());
            template.addPage(sheet);
            var form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            var field = new PDSignatureField(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            widget.setRectangle(place);
            widget.setPrinted(true);
            var appearance = new PDAppearanceStream(template);
            appearance.setResources(new PDResources());
            appearance.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
            draw(template, appearance);
            var appearances = new PDAppearanceDictionary();
            appearances.getCOSObject().setDirect(true);
            appearances.setNormalAppearance(appearance);
            widget.setAppearance(appearances);
            var out = new ByteArrayOutputStream();
            template.save(out);
            return new ByteArrayInputStream(out.toByteArray());
        }
    }

    private void draw(PDDocument template, PDAppearanceStream appearance) throws IOException {
        Typeface typeface = Typeface.in(template);
        try (var canvas = new PDPageContentStream(template, appearance)) {
            canvas.setStrokingColor(0.65f, 0.1f, 0.1f);
            canvas.addRect(1f, 1f, place.getWidth() - 2f, place.getHeight() - 2f);
            canvas.stroke();
            float side = place.getHeight() - 2 * MARGIN;
            drawCode(canvas, place.getWidth() - MARGIN - side, side);
            canvas.setNonStrokingColor(0.65f, 0.1f, 0.1f);
            float y = place.getHeight() - MARGIN;
            for (int i = 0; i < lines.size(); i++) {
                float size = i == 0 ? LARGE : SMALL;
                y -= size * LEADING;
                typeface.show(canvas, lines.get(i), size, MARGIN, y);
            }
        }
    }

    private void drawCode(PDPageContentStream canvas, float x, float side) throws IOException {
        try {
            BitMatrix code = new QRCodeWriter().encode(verification.toString(), BarcodeFormat.QR_CODE, 0, 0);
            float dot = side / code.getWidth();
            canvas.setNonStrokingColor(0f);
            for (int row = 0; row < code.getHeight(); row++) {
                for (int column = 0; column < code.getWidth(); column++) {
                    if (code.get(column, row)) {
                        canvas.addRect(x + column * dot, MARGIN + side - (row + 1) * dot, dot, dot);
                    }
                }
            }
            canvas.fill();
        } catch (WriterException e) {
            throw new IOException("An address that no QR code holds: " + verification, e);
        }
    }
}
