package io.fairway.edifact;

/** Segment tags of three characters as one number, compared without making strings. */
final class TagCode {
    /** Of what is no tag. */
    static final int NONE = -1;

    private TagCode() {
    }

    static int of(String tag) {
        return tag.length() == 3 ? tag.charAt(0) << 16 | tag.charAt(1) << 8 | tag.charAt(2) : NONE;
    }

    /** The tag of a number other than {@link #NONE}. */
    static String text(int code) {
        return "" + (char) (code >> 16 & 0xFF) + (char) (code >> 8 & 0xFF) + (char) (code & 0xFF);
    }

    static int of(ScannedSegment segment) {
        return segment.byteLength(0) != 3 ? NONE
                : (segment.byteAt(0) & 0xFF) << 16 | (segment.byteAt(1) & 0xFF) << 8 | segment.byteAt(2) & 0xFF;
    }

    /** Three upper-case letters or digits, the first a letter. */
    static boolean isWellFormed(String tag) {
        return tag.length() == 3 && isLetter(tag.charAt(0)) && isLetterOrDigit(tag.charAt(1)) && isLetterOrDigit(tag.charAt(2));
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    private static boolean isLetterOrDigit(char character) {
        return isLetter(character) || character >= '0' && character <= '9';
    }
}
