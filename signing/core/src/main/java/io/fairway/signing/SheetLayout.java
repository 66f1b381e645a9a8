package io.fairway.signing;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sets a sheet on as many A4 pages as it takes; lengths in points of 1/72 inch. The lower left of the last page stays free for a seal. */
final class SheetLayout {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final float SIDE = 50f;
    private static final float TOP = 60f;
    private static final float BOTTOM = 130f;
    private static final float NAMES = 170f;
    private static final float TITLE = 20f;
    private static final float HEADING = 12f;
    private static final float TEXT = 10f;
    private static final float SMALL = 7.5f;
    private static final float LEADING = 1.4f;
    private static final float GAP = 12f;
    private static final float HAIR = 0.5f;
    private static final float INK = 0f;
    private static final float GREY = 0.4f;

    private final PDDocument document;
    private final Sheet sheet;
    private final Instant at;
    private final Typeface typeface;
    private final List<List<Mark>> pages = new ArrayList<>();
    private float y;

    /** Something on a page. */
    @FunctionalInterface
    private interface Mark {
        void on(PDPageContentStream canvas) throws IOException;
    }

    SheetLayout(PDDocument document, Sheet sheet, Instant at) throws IOException {
        this.document = document;
        this.sheet = sheet;
        this.at = at;
        this.typeface = Typeface.in(document);
    }

    void draw() throws IOException {
        turn();
        if (sheet.notice().isPresent()) {
            notice(sheet.notice().get());
        }
        line(sheet.title().chinese() + "  " + sheet.title().english(), TITLE, SIDE, INK);
        line(sheet.number(), HEADING, SIDE, INK);
        line(sheet.issuer() + "  ·  " + TIME.format(at), TEXT, SIDE, GREY);
        for (Sheet.Section section : sheet.sections()) {
            y -= GAP;
            line(section.heading().english() + "  " + section.heading().chinese(), HEADING, SIDE, INK);
            rule();
            switch (section) {
                case Sheet.Fields fields -> fields(fields);
                case Sheet.Table table -> table(table);
            }
        }
        for (int page = 0; page < pages.size(); page++) {
            draw(pages.get(page), sheet.number() + "   " + (page + 1) + " / " + pages.size());
        }
    }

    private void draw(List<Mark> marks, String foot) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var canvas = new PDPageContentStream(document, page)) {
            for (Mark mark : marks) {
                mark.on(canvas);
            }
            canvas.setNonStrokingColor(GREY);
            typeface.show(canvas, foot, SMALL, PDRectangle.A4.getWidth() - SIDE - typeface.width(foot, SMALL), SIDE / 2);
        }
    }

    private void notice(Sheet.Words words) {
        float height = HEADING * LEADING * 2;
        float top = y;
        pages.getLast().add(canvas -> {
            canvas.setStrokingColor(0.65f, 0.1f, 0.1f);
            canvas.addRect(SIDE, top - height, width(), height);
            canvas.stroke();
            canvas.setNonStrokingColor(0.65f, 0.1f, 0.1f);
            typeface.show(canvas, words.english() + "  " + words.chinese(), HEADING, SIDE + GAP, top - height + HEADING * 0.9f);
        });
        y -= height + GAP;
    }

    private void fields(Sheet.Fields fields) throws IOException {
        for (Sheet.Entry entry : fields.entries()) {
            List<String> lines = lines(entry.value(), TEXT, width() - NAMES);
            room(Math.max(lines.size(), 2) * TEXT * LEADING);
            float before = y;
            line(entry.name().english(), TEXT, SIDE, INK);
            line(entry.name().chinese(), SMALL, SIDE, GREY);
            float after = y;
            y = before;
            for (String each : lines) {
                line(each, TEXT, SIDE + NAMES, INK);
            }
            y = Math.min(y, after);
        }
    }

    private void table(Sheet.Table table) throws IOException {
        float column = width() / table.columns().size();
        row(table.columns().stream().map(words -> words.english() + " " + words.chinese()).toList(), column, SMALL, GREY);
        for (List<String> cells : table.rows()) {
            row(cells, column, TEXT, INK);
        }
    }

    private void row(List<String> cells, float column, float size, float ink) throws IOException {
        List<List<String>> broken = new ArrayList<>();
        for (String cell : cells) {
            broken.add(lines(cell, size, column - GAP));
        }
        int height = broken.stream().mapToInt(List::size).max().orElse(1);
        room(height * size * LEADING);
        float before = y;
        float lowest = y;
        for (int at = 0; at < broken.size(); at++) {
            y = before;
            for (String each : broken.get(at)) {
                line(each, size, SIDE + at * column, ink);
            }
            lowest = Math.min(lowest, y);
        }
        y = lowest;
    }

    private void line(String text, float size, float x, float ink) {
        room(size * LEADING);
        y -= size * LEADING;
        float base = y;
        pages.getLast().add(canvas -> {
            canvas.setNonStrokingColor(ink);
            typeface.show(canvas, text, size, x, base);
        });
    }

    private void rule() {
        y -= HAIR * 8;
        float base = y;
        pages.getLast().add(canvas -> {
            canvas.setStrokingColor(GREY);
            canvas.setLineWidth(HAIR);
            canvas.moveTo(SIDE, base);
            canvas.lineTo(SIDE + width(), base);
            canvas.stroke();
        });
    }

    /** Breaks where there is a space, and between Chinese letters but not before punctuation; a word that is too long for a line is cut. */
    private List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && typeface.width(line + piece.stripTrailing(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static List<String> pieces(String text) {
        return Stream.of(text.split("(?<=\\s)|(?<=[\\p{IsHan}，。；：])(?!\\p{P})|(?=\\p{IsHan})"))
                .flatMap(word -> word.length() <= 40 ? Stream.of(word) : Stream.of(word.split("(?<=\\G.{40})"))).toList();
    }

    private void room(float height) {
        if (y - height < BOTTOM) {
            turn();
        }
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = PDRectangle.A4.getHeight() - TOP;
    }

    private static float width() {
        return PDRectangle.A4.getWidth() - 2 * SIDE;
    }
}
