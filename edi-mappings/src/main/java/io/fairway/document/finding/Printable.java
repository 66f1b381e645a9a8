package io.fairway.document.finding;

/** Makes a value from outside safe to print in findings, lineage and logs of ids. */
public final class Printable {
    private static final int LIMIT = 70;

    private Printable() {
    }

    /** The value with control and unprintable characters shown as {@code ?}, cut to at most 70 characters. */
    public static String of(String value) {
        var printable = new StringBuilder(Math.min(value.length(), LIMIT));
        int at = 0;
        while (at < value.length() && printable.length() < LIMIT) {
            int character = value.codePointAt(at);
            at += Character.charCount(character);
            if (printable.length() + Character.charCount(character) <= LIMIT) {
                printable.appendCodePoint(isPrintable(character) ? character : '?');
            } else {
                break;
            }
        }
        return printable.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
