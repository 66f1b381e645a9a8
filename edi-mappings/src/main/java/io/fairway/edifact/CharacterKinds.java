package io.fairway.edifact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What each byte means in an interchange: one table look-up per byte while scanning. */
final class CharacterKinds {
    static final byte ORDINARY = 0;
    static final byte COMPONENT = 1;
    static final byte ELEMENT = 2;
    static final byte REPETITION = 3;
    static final byte RELEASE = 4;
    static final byte TERMINATOR = 5;
    static final byte LINE_BREAK = 6;
    /** Not of the repertoire, or part of a character of several bytes: looked at again after scanning. */
    static final byte SUSPECT = 7;
    /** Begins an ISO 2022 shift: the bytes up to the shift back are no service characters. */
    static final byte SHIFT = 8;

    static final byte ESCAPE = 0x1B;

    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] UPPER_HALF = upperHalf();
    private static final CharacterKinds DEFAULT =
            new CharacterKinds(Repertoire.UNOC, StandardCharsets.ISO_8859_1, Delimiters.DEFAULT);

    private final byte[] kinds = new byte[256];
    private final Repertoire repertoire;
    private final Charset charset;
    private final Delimiters delimiters;
    private final boolean singleByte;
    /** The characters of the bytes from 128 on, of a charset with one byte for each. */
    private final String upperHalf;

    CharacterKinds(Repertoire repertoire, Charset charset, Delimiters delimiters) {
        this.repertoire = repertoire;
        this.charset = charset;
        this.delimiters = delimiters;
        this.singleByte = charset.newEncoder().maxBytesPerChar() == 1f;
        this.upperHalf = singleByte ? new String(UPPER_HALF, charset) : "";
        for (int value = 0; value < 256; value++) {
            kinds[value] = isPlain(value) ? ORDINARY : SUSPECT;
        }
        kinds['\r'] = LINE_BREAK;
        kinds['\n'] = LINE_BREAK;
        if (charset.name().startsWith("ISO-2022")) {
            kinds[ESCAPE] = SHIFT;
        }
        if (delimiters.repetition() != ' ') {
            kinds[delimiters.repetition()] = REPETITION;
        }
        if (delimiters.release() != ' ') {
            kinds[delimiters.release()] = RELEASE;
        }
        kinds[delimiters.component()] = COMPONENT;
        kinds[delimiters.element()] = ELEMENT;
        kinds[delimiters.terminator()] = TERMINATOR;
    }

    /** For UNB, before it has said what it is written in. */
    static CharacterKinds beforeTheEnvelope(Delimiters delimiters) {
        return delimiters.equals(Delimiters.DEFAULT) ? DEFAULT
                : new CharacterKinds(Repertoire.UNOC, StandardCharsets.ISO_8859_1, delimiters);
    }

    /** One kind per byte; not to be written to. */
    byte[] table() {
        return kinds;
    }

    Charset charset() {
        return charset;
    }

    /** What values are decoded with. ASCII is read as Latin-1, so that a wrong byte can be shown as its sender saw it. */
    Charset decoding() {
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.ISO_8859_1 : charset;
    }

    boolean isSingleByte() {
        return singleByte;
    }

    Repertoire repertoire() {
        return repertoire;
    }

    Delimiters delimiters() {
        return delimiters;
    }

    /** Whether the byte, by itself, is a character of the charset and of the level. */
    boolean isPlain(int value) {
        return value < 0x80 ? repertoire.allows((char) value) : singleByte && isDefined(value);
    }

    private boolean isDefined(int value) {
        char character = upperHalf.charAt(value - UPPER_HALF.length);
        return character != REPLACEMENT && !Character.isISOControl(character);
    }

    private static byte[] upperHalf() {
        var bytes = new byte[128];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i + bytes.length);
        }
        return bytes;
    }
}
