package io.fairway.web.console;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A document as the text of a form field, such that what nobody edits comes back byte for byte. Browsers send the ends of lines as CR LF
 * (HTML 4.10.22.4); how the document ends its own is kept beside the text.
 *
 * @param charset of the bytes: UTF-8, or else ISO 8859-1
 */
public record EditedText(String text, Charset charset, Ends ends) {
    private static final int LONGEST_BYTES = 200_000;
    private static final char FIRST_PRINTABLE = ' ';
    private static final char FIRST_SEPARATOR = '\u001C';

    /** How lines end. */
    public enum Ends {
        LF, CRLF
    }

    /** The text of bytes; empty when they are too many, no text, or would not come back as they are. */
    static Optional<EditedText> of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > LONGEST_BYTES) {
            return Optional.empty();
        }
        Charset charset = decodes(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = new String(bytes, charset);
        Ends ends = text.contains("\r\n") ? Ends.CRLF : Ends.LF;
        String lines = text.replace("\r\n", "\n");
        boolean mixed = ends == Ends.CRLF && lines.length() + lines.chars().filter(c -> c == '\n').count() != text.length();
        boolean plain = lines.chars().allMatch(c -> c >= FIRST_PRINTABLE || c == '\n' || c == '\t' || c >= FIRST_SEPARATOR);
        return mixed || !plain ? Optional.empty() : Optional.of(new EditedText(lines, charset, ends));
    }

    private static boolean decodes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining();
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    /** What a browser sent back of it. @param sent with CR LF at the ends of lines */
    EditedText with(String sent) {
        return new EditedText(sent.replace("\r\n", "\n"), charset, ends);
    }

    /** Its bytes; empty when its charset has not all of its characters. */
    Optional<byte[]> bytes() {
        String lines = ends == Ends.CRLF ? text.replace("\n", "\r\n") : text;
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(lines));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException unknown) {
            return Optional.empty();
        }
    }
}
