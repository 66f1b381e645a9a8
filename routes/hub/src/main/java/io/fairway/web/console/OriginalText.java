package io.fairway.web.console;

import io.fairway.usecase.view.FindingView;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The text of an original in pieces that people can point at, one segment or line each, beside what was found in them. */
final class OriginalText {
    private static final int MOST_PIECES = 2_000;
    private static final int LONGEST_PIECE = 2_000;
    private static final int ADVICE_TERMINATOR = 8;

    private OriginalText() {
    }

    /** @param number counted from 1 @param findings numbers, counted from 1, of what was found in it */
    public record Piece(int number, String text, List<Integer> findings) {
        public Piece {
            findings = List.copyOf(findings);
        }
    }

    /** The pieces, 2,000 of them at most. */
    static List<Piece> of(byte[] bytes, List<FindingView> findings) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        while (from < bytes.length && pieces.size() < MOST_PIECES) {
            int to = end(bytes, from);
            String text = text(bytes, from, to).strip();
            if (!text.isEmpty()) {
                pieces.add(new Piece(pieces.size() + 1, text, within(findings, from, to)));
            }
            from = to;
        }
        return pieces;
    }

    private static List<Integer> within(List<FindingView> findings, int from, int to) {
        return IntStream.range(0, findings.size()).filter(i -> {
            long at = findings.get(i).offset().orElse(-1);
            return at >= from && at < to;
        }).map(i -> i + 1).boxed().toList();
    }

    /** Behind the end of the piece that begins at {@code from}: a line, or in EDIFACT a segment (ISO 9735, with UNA and release character). */
    private static int end(byte[] bytes, int from) {
        boolean advised = bytes.length > ADVICE_TERMINATOR && bytes[0] == 'U' && bytes[1] == 'N' && bytes[2] == 'A';
        if (advised && from == 0) {
            return ADVICE_TERMINATOR + 1;
        }
        boolean segments = bytes[0] == 'U' && bytes.length > 1 && bytes[1] == 'N';
        byte terminator = advised ? bytes[ADVICE_TERMINATOR] : (byte) '\'';
        byte release = advised ? bytes[6] : (byte) '?';
        boolean released = false;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i - from >= LONGEST_PIECE || segments && bytes[i] == terminator && !released) {
                return i + 1;
            }
            released = segments && bytes[i] == release && !released;
        }
        return bytes.length;
    }

    private static String text(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
