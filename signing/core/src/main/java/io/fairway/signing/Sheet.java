package io.fairway.signing;

import java.util.List;
import java.util.Optional;

/**
 * A document for people, in English and Chinese: what it is, who issued it, what it says, and the files that say the same to machines.
 * {@link SheetPrinter} puts it on paper.
 *
 * @param title       what it is, such as release order
 * @param number      by which people ask for it
 * @param issuer      who says this
 * @param notice      what must not be overlooked, such as that this is a copy; in a frame above everything
 * @param sections    in the order in which they are read
 * @param attachments carried along inside
 */
public record Sheet(Words title, String number, String issuer, Optional<Words> notice, List<Section> sections, List<Attachment> attachments) {

    public Sheet {
        sections = List.copyOf(sections);
        attachments = List.copyOf(attachments);
    }

    /** The same in both languages. */
    public record Words(String english, String chinese) {
    }

    /** A part with a heading of its own. */
    public sealed interface Section {
        /** What the part is about. */
        Words heading();
    }

    /** Values with their names. */
    public record Fields(Words heading, List<Entry> entries) implements Section {
        public Fields {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One value.
     *
     * @param value in whatever language it came; broken into lines where it is long
     */
    public record Entry(Words name, String value) {
    }

    /**
     * Rows under named columns of equal width.
     *
     * @param rows each with one value for each column
     */
    public record Table(Words heading, List<Words> columns, List<List<String>> rows) implements Section {
        /** @throws IllegalArgumentException when a row has more or fewer values than there are columns, or there is no column */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("A row that does not fit its " + width + " columns");
            }
        }
    }

    /**
     * A file inside the document, which says the same to a machine.
     *
     * @param name        of the file, without folders
     * @param mediaType   such as {@code application/xml}
     * @param description what it is
     * @param content     its bytes
     */
    public record Attachment(String name, String mediaType, String description, byte[] content) {
    }
}
