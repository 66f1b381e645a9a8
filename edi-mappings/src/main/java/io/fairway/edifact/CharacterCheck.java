package io.fairway.edifact;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;

/** Looks again at the bytes that the scanner found suspect: outside the repertoire, or parts of a longer character. */
final class CharacterCheck {
    private final Findings findings;
    private final CharacterKinds kinds;

    CharacterCheck(Findings findings, CharacterKinds kinds) {
        this.findings = findings;
        this.kinds = kinds;
    }

    void check(ScannedSegment segment) {
        if (segment.holdsLineBreaks() && findings.isFirst("line break")) {
            findings.report(SyntaxRule.LINE_BREAK_IN_SEGMENT, segment.place(0, 0), segment.excerpt());
        }
        if (!segment.isSuspect()) {
            return;
        }
        for (int element = 0; element <= segment.elements(); element++) {
            for (int component = 1; component <= segment.components(element); component++) {
                checkComponent(segment, element, component);
            }
        }
    }

    private void checkComponent(ScannedSegment segment, int element, int component) {
        int index = segment.index(element, component);
        int from = segment.from(index);
        boolean multiple = false;
        for (int i = from; i < from + segment.byteLength(index); i++) {
            int value = segment.byteAt(i) & 0xFF;
            boolean shift = value == CharacterKinds.ESCAPE && !kinds.isSingleByte();
            if (value >= 0x80 && !kinds.isSingleByte() || shift) {
                multiple = true;
            } else if (!kinds.isPlain(value) && value != '\r' && value != '\n') {
                odd(segment, element, component, i, value);
                if (value < ' ' || value >= 0x7F) {
                    return;
                }
            }
        }
        if (multiple) {
            decode(segment, element, component, from, segment.byteLength(index));
        }
    }

    private void odd(ScannedSegment segment, int element, int component, int at, int value) {
        var found = segment.decode(segment.index(element, component));
        if (value < ' ' || value >= 0x7F) {
            findings.report(SyntaxRule.CHARACTER_INVALID, segment.placeAt(element, component, at), found, name(),
                    "%02X".formatted(value));
        } else if (findings.isFirst("character above level")) {
            findings.report(SyntaxRule.CHARACTER_ABOVE_LEVEL, segment.placeAt(element, component, at), found, name(), (char) value);
        }
    }

    private void decode(ScannedSegment segment, int element, int component, int from, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = segment.byteAt(from + i);
        }
        var input = ByteBuffer.wrap(bytes);
        var result = kinds.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, CharBuffer.allocate(length + 1), true);
        if (result.isError()) {
            findings.report(SyntaxRule.CHARACTER_INVALID, segment.placeAt(element, component, from + input.position()),
                    segment.decode(segment.index(element, component)), name(), "%02X".formatted(bytes[input.position()] & 0xFF));
        }
    }

    private String name() {
        var charset = kinds.charset().name();
        return charset.equals(kinds.repertoire().charset().name()) ? kinds.repertoire().name() : charset;
    }
}
