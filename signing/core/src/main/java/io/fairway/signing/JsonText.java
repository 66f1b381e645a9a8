package io.fairway.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads I-JSON (RFC 7493): UTF-8, no duplicate names, no lone surrogates, numbers of double precision. Strict, because two readings of one
 * signed text are an attack. Depth at most 64.
 */
public final class JsonText {
    private static final int DEEPEST = 64;
    private static final double LARGEST_WHOLE = 9_007_199_254_740_991d;
    private static final int ESCAPE_DIGITS = 4;
    private static final int HEX = 16;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when this is not one I-JSON value, with the character where it goes wrong */
    public static Json read(byte[] utf8) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not UTF-8", e);
        }
        var reading = new JsonText(text);
        Json value = reading.value(0);
        reading.skipBlanks();
        if (reading.at < text.length()) {
            throw reading.wrong("Expected nothing behind the value");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("Nested deeper than " + DEEPEST);
        }
        skipBlanks();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> new Json.Text(string());
            case 't' -> literal("true", Json.Literal.TRUE);
            case 'f' -> literal("false", Json.Literal.FALSE);
            case 'n' -> literal("null", Json.Literal.NULL);
            default -> number();
        };
    }

    private Json members(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        skipBlanks();
        if (peek() == '}') {
            at++;
            return new Json.Members(members);
        }
        while (true) {
            skipBlanks();
            String name = string();
            skipBlanks();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw wrong("The name stands twice: " + name);
            }
            if (ends('}')) {
                return new Json.Members(Collections.unmodifiableMap(members));
            }
        }
    }

    private Json elements(int depth) {
        List<Json> elements = new ArrayList<>();
        at++;
        skipBlanks();
        if (peek() == ']') {
            at++;
            return new Json.Elements(elements);
        }
        while (true) {
            elements.add(value(depth + 1));
            if (ends(']')) {
                return new Json.Elements(List.copyOf(elements));
            }
        }
    }

    private boolean ends(char end) {
        skipBlanks();
        char found = peek();
        if (found != ',' && found != end) {
            throw wrong("Expected ',' or '" + end + "'");
        }
        at++;
        return found == end;
    }

    private Json literal(String word, Json.Literal value) {
        if (!text.startsWith(word, at)) {
            throw wrong("Expected " + word);
        }
        at += word.length();
        return value;
    }

    private Json number() {
        int start = at;
        accept('-');
        if (!accept('0')) {
            digits();
        }
        boolean whole = true;
        if (accept('.')) {
            whole = false;
            digits();
        }
        if (accept('e') || accept('E')) {
            whole = false;
            if (!accept('+')) {
                accept('-');
            }
            digits();
        }
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value) || whole && Math.abs(value) > LARGEST_WHOLE) {
            throw wrong("A number that double precision cannot hold");
        }
        return new Json.Number(value);
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("Expected a digit");
        }
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                break;
            } else if (c == '\\') {
                out.append(escape());
            } else if (c < ' ') {
                throw wrong("A control character in a string");
            } else {
                out.append(c);
            }
        }
        checkSurrogates(out);
        return out.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("An unknown escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < ESCAPE_DIGITS; i++) {
            int digit = Character.digit(peek(), HEX);
            if (digit < 0 || peek() > 'f') {
                throw wrong("Expected four hexadecimal digits");
            }
            code = code * HEX + digit;
            at++;
        }
        return (char) code;
    }

    private void checkSurrogates(CharSequence string) {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isHighSurrogate(string.charAt(i)) && i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(string.charAt(i))) {
                throw wrong("Half a character");
            }
        }
    }

    private boolean accept(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!accept(expected)) {
            throw wrong("Expected '" + expected + "'");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("The text ends too early");
        }
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + ", at character " + at);
    }
}
