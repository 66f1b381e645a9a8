package io.fairway.edifact;

/**
 * Service characters of an interchange (ISO 9735, UNA), each one byte.
 *
 * @param repetition separator of repeated elements, in syntax 4 only; blank when there is none
 */
public record Delimiters(char component, char element, char decimal, char release, char repetition, char terminator) {

    /** Service characters of an interchange without UNA in syntax 1 to 3. */
    public static final Delimiters DEFAULT = new Delimiters(':', '+', '.', '?', ' ', '\'');

    /** Service characters of an interchange without UNA in syntax 4. */
    public static final Delimiters DEFAULT_SYNTAX_4 = new Delimiters(':', '+', '.', '?', '*', '\'');

    Delimiters withRepetition(char separator) {
        return new Delimiters(component, element, decimal, release, separator, terminator);
    }

    /** A trailer (UNT, UNE, UNZ) as it is written. */
    String trailer(String tag, int count, String reference) {
        var escaped = new StringBuilder();
        reference.chars().forEach(character -> escaped.append(isService((char) character) ? String.valueOf(release) : "").append((char) character));
        return tag + element + count + element + escaped + terminator;
    }

    boolean isService(char character) {
        return character == component || character == element || character == release || character == terminator
                || (character == repetition && repetition != ' ');
    }

    /** Whether the characters can be told apart from each other and from letters and digits. */
    boolean areUsable() {
        var all = new char[] {component, element, terminator, release};
        for (int i = 0; i < all.length; i++) {
            if (all[i] >= 0x7F || Character.isLetterOrDigit(all[i]) || all[i] == ' ' && all[i] != release) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                if (all[i] == all[j]) {
                    return false;
                }
            }
        }
        return true;
    }
}
