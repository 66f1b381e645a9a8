package io.fairway.command;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The service characters of an interchange as far as its bytes must be cut up again, to show a segment or to put a value in.
 *
 * @param repetition blank when there is none
 */
record WireSyntax(char component, char element, char release, char repetition, char terminator) {
    private static final WireSyntax DEFAULT = new WireSyntax(':', '+', '?', ' ', '\'');
    private static final int FULL_ADVICE = 9;

    /** @param opening the bytes from UNA or UNB on, some dozens */
    static WireSyntax of(byte[] opening) {
        String text = new String(opening, StandardCharsets.ISO_8859_1);
        int header = text.indexOf("UNB");
        WireSyntax advised = DEFAULT;
        if (text.startsWith("UNA") && header > 3) {
            String said = text.substring(3, header).stripTrailing();
            boolean full = said.length() + 3 >= FULL_ADVICE;
            advised = new WireSyntax(said.charAt(0), said.charAt(1), full || said.length() == 5 ? said.charAt(3) : '?',
                    full ? said.charAt(4) : ' ', said.charAt(said.length() - 1));
        }
        boolean newest = header >= 0 && text.length() > header + 9 && text.charAt(header + 9) == '4';
        char repetition = !newest ? ' ' : advised.repetition == ' ' ? '*' : advised.repetition;
        return new WireSyntax(advised.component, advised.element, advised.release, repetition, advised.terminator);
    }

    boolean isSeparator(byte value) {
        char character = (char) (value & 0xFF);
        return character == component || character == element || character == terminator || character == repetition && repetition != ' ';
    }

    /** Where the component that begins at {@code from} ends; empty when the bytes end before it does. */
    Optional<Integer> endOfComponent(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == release) {
                i++;
            } else if (isSeparator(bytes[i])) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Where the segment begins that holds the byte, behind line ends. */
    int startOfSegment(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && !(bytes[start - 1] == terminator && !isReleased(bytes, start - 1))) {
            start--;
        }
        while (start < at && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }

    /** Where the terminator of the segment stands, or the bytes end. */
    int endOfSegment(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && !(bytes[end] == terminator && !isReleased(bytes, end))) {
            end++;
        }
        return end;
    }

    private boolean isReleased(byte[] bytes, int at) {
        int releases = 0;
        while (at - releases - 1 >= 0 && bytes[at - releases - 1] == release) {
            releases++;
        }
        return releases % 2 == 1;
    }

    /** The value with release characters before its service characters. */
    String escaped(String value) {
        var escaped = new StringBuilder(value.length() + 4);
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            boolean service = character == release || character < 0x80 && isSeparator((byte) character);
            escaped.append(service ? String.valueOf(release) : "").append(character);
        }
        return escaped.toString();
    }

    /** What a component as it stands means: without release characters and line ends. */
    String meant(String raw) {
        var meant = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            if (character == release && i + 1 < raw.length()) {
                meant.append(raw.charAt(++i));
            } else if (character != '\r' && character != '\n') {
                meant.append(character);
            }
        }
        return meant.toString();
    }
}
