package io.fairway.json.mapping;

import io.fairway.document.UnwritableDocumentException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into lines between words; joined by blanks they are the text again. */
final class DcsaLines {
    private DcsaLines() {
    }

    /** @throws UnwritableDocumentException when a word is longer than a line */
    static List<String> of(String path, String text, int length) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.strip().split(" ")) {
            if (word.length() > length) {
                throw new UnwritableDocumentException(path, "the form has lines of " + length + " characters and a word is longer");
            }
            if (!line.isEmpty() && line.length() + 1 + word.length() > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
