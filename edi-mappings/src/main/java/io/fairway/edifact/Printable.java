package io.fairway.edifact;

/** Values as findings may show them. */
final class Printable {
    private static final int LONGEST = 70;

    private Printable() {
    }

    /** At most 70 characters, controls shown as a middle dot. */
    static String of(String value) {
        int length = Math.min(value.length(), LONGEST);
        var safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char character = value.charAt(i);
            boolean lonely = Character.isSurrogate(character) && i == length - 1;
            safe.append(Character.isISOControl(character) || lonely ? '·' : character);
        }
        return safe.toString();
    }
}
