package io.fairway.edifact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Character repertoires of ISO 9735 (0001 syntax identifier) and what the bytes of each are decoded with. */
public enum Repertoire {
    /** Upper case, digits and {@code  .,-()/=!"%&*;<>'+:?}. */
    UNOA("US-ASCII"),
    /** UNOA with lower case. */
    UNOB("US-ASCII"),
    UNOC("ISO-8859-1"), UNOD("ISO-8859-2"), UNOE("ISO-8859-5"), UNOF("ISO-8859-7"), UNOG("ISO-8859-3"), UNOH("ISO-8859-4"),
    UNOI("ISO-8859-6"), UNOJ("ISO-8859-8"), UNOK("ISO-8859-9"), UNOL("ISO-8859-15"),
    /** ISO 10646 in UTF-8. */
    UNOW("UTF-8"),
    /** ISO 2022 code extension: read and written as ISO-2022-JP, the only one met in practice. */
    UNOX("ISO-2022-JP"),
    /** ISO 10646 without code extension: UTF-8 on the wire. */
    UNOY("UTF-8");

    private static final String LEVEL_A = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-()/=!\"%&*;<>'+:?";
    private static final String LEVEL_B = LEVEL_A + "abcdefghijklmnopqrstuvwxyz";

    private final String charset;

    Repertoire(String charset) {
        this.charset = charset;
    }

    /** The repertoire with this identifier; {@code UTF-8} and {@code UTF8} are met too. */
    static Optional<Repertoire> of(String identifier) {
        for (var repertoire : values()) {
            if (repertoire.name().equals(identifier)) {
                return Optional.of(repertoire);
            }
        }
        return identifier.equals("UTF8") || identifier.equals("UTF-8") ? Optional.of(UNOW) : Optional.empty();
    }

    public Charset charset() {
        return charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }

    /** Whether the level allows the ASCII character; levels above B allow all that is printable. */
    boolean allows(char character) {
        return switch (this) {
            case UNOA -> LEVEL_A.indexOf(character) >= 0;
            case UNOB -> LEVEL_B.indexOf(character) >= 0;
            case UNOC, UNOD, UNOE, UNOF, UNOG, UNOH, UNOI, UNOJ, UNOK, UNOL, UNOW, UNOX, UNOY -> character >= ' ' && character != 0x7F;
        };
    }
}
