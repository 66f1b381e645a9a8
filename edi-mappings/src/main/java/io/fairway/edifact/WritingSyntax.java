package io.fairway.edifact;

/**
 * The syntax an interchange is written in.
 *
 * @param syntaxVersion UNB 0002, 1 to 4
 */
public record WritingSyntax(Repertoire repertoire, int syntaxVersion, Delimiters delimiters) {

    /** Latin letters of Western Europe, syntax 3. */
    public static final WritingSyntax UNOC_3 = new WritingSyntax(Repertoire.UNOC, 3, Delimiters.DEFAULT);

    /** Upper case only, syntax 2: what most terminals and customs systems in Asia speak. */
    public static final WritingSyntax UNOA_2 = new WritingSyntax(Repertoire.UNOA, 2, Delimiters.DEFAULT);

    /** Every letter, UTF-8, syntax 4. */
    public static final WritingSyntax UNOY_4 = new WritingSyntax(Repertoire.UNOY, 4, Delimiters.DEFAULT_SYNTAX_4);

    public WritingSyntax {
        if (syntaxVersion < 1 || syntaxVersion > 4 || !delimiters.areUsable()) {
            throw new IllegalArgumentException("Not a writable syntax: version " + syntaxVersion + ", " + delimiters);
        }
    }

    /** Whether every character of the value can be written. */
    boolean holds(String value) {
        return value.chars().allMatch(character -> character >= 0x80 || repertoire.allows((char) character))
                && repertoire.charset().newEncoder().canEncode(value);
    }

    /** UNA says nothing that the receiver would not assume anyway. */
    boolean needsServiceAdvice() {
        return !delimiters.equals(syntaxVersion == 4 ? Delimiters.DEFAULT_SYNTAX_4 : Delimiters.DEFAULT);
    }
}
