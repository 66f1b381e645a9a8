package io.fairway.signing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Latin and Chinese letters in one line of a PDF document: Liberation Sans, which comes with PDFBox (SIL Open Font License 1.1), and Droid
 * Sans Fallback (Apache License 2.0). Both are embedded as the subset that is used. A letter that neither has is drawn as a question mark.
 */
final class Typeface {
    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String CHINESE = "fonts/DroidSansFallbackFull.ttf";
    private static final float UNITS = 1000f;

    private final PDFont latin;
    private final PDFont chinese;

    private Typeface(PDFont latin, PDFont chinese) {
        this.latin = latin;
        this.chinese = chinese;
    }

    /** For use in this document only. */
    static Typeface in(PDDocument document) throws IOException {
        return new Typeface(font(document, LATIN), font(document, CHINESE));
    }

    private static PDFont font(PDDocument document, String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(resource), resource)) {
            return PDType0Font.load(document, file);
        }
    }

    /** Draws one line that begins at this point. */
    void show(PDPageContentStream canvas, String text, float size, float x, float y) throws IOException {
        canvas.beginText();
        canvas.newLineAtOffset(x, y);
        for (Run run : runs(text)) {
            canvas.setFont(run.font(), size);
            canvas.showText(run.text());
        }
        canvas.endText();
    }

    /** Width of one line, in points. */
    float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.font().getStringWidth(run.text()) * size / UNITS;
        }
        return width;
    }

    private record Run(PDFont font, String text) {
    }

    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().forEach(letter -> {
            PDFont font = has(latin, letter) || !has(chinese, letter) ? latin : chinese;
            String shown = has(font, letter) ? Character.toString(letter) : "?";
            if (!runs.isEmpty() && runs.getLast().font().equals(font)) {
                runs.set(runs.size() - 1, new Run(font, runs.getLast().text() + shown));
            } else {
                runs.add(new Run(font, shown));
            }
        });
        return runs;
    }

    private static boolean has(PDFont font, int letter) {
        try {
            return font.encode(Character.toString(letter)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
