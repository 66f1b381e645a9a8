package io.fairway.edifact;

import java.io.ByteArrayOutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import io.fairway.document.Envelope;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;

/**
 * Writes one interchange (ISO 9735): escaping, trailing empty elements left out, counts and control references. UNA is written only
 * when the service characters are not the default ones. A character that the repertoire cannot hold is refused, never replaced:
 * the replacement character of Java is the release character of EDIFACT.
 *
 * <pre>{@code
 * byte[] bytes = new EdifactWriter(envelope, WritingSyntax.UNOC_3)
 *         .message("CUSRES", "D", "96B", "UN", "")
 *         .segment("BGM", e("962"), e(reference), e("11"))
 *         .end()
 *         .toBytes();
 * }</pre>
 *
 * Not for several threads.
 */
public final class EdifactWriter {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final OutboundEnvelope envelope;
    private final WritingSyntax syntax;
    private final Delimiters delimiters;
    private final CharsetEncoder encoder;
    private int messages;

    public EdifactWriter(OutboundEnvelope envelope, WritingSyntax syntax) {
        this.envelope = envelope;
        this.syntax = syntax;
        this.delimiters = syntax.delimiters();
        this.encoder = syntax.repertoire().charset().newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        writeHead();
    }

    private void writeHead() {
        if (envelope.reference().isEmpty() || envelope.reference().length() > 14) {
            throw new UnwritableDocumentException("envelope.reference", "UNB 0020 takes 1 to 14 characters");
        }
        if (syntax.needsServiceAdvice()) {
            raw("UNA" + delimiters.component() + delimiters.element() + delimiters.decimal() + delimiters.release()
                    + delimiters.repetition() + delimiters.terminator() + "\r\n");
        }
        var prepared = ZonedDateTime.ofInstant(envelope.preparedAt(), envelope.zone());
        var date = prepared.format(syntax.syntaxVersion() == 4 ? LONG_DATE : SHORT_DATE);
        write("UNB", 0, e(syntax.repertoire().name(), String.valueOf(syntax.syntaxVersion())), e(envelope.sender()),
                e(envelope.recipient()), e(date, prepared.format(TIME)), e(envelope.reference()), NONE, NONE, NONE, NONE, NONE,
                envelope.environment() == Envelope.Environment.TEST ? e("1") : NONE);
    }

    /**
     * Begins a message; the one before must have been ended.
     *
     * @param association 0057, empty when none
     */
    public Message message(String type, String version, String release, String agency, String association) {
        messages++;
        return new Message(String.valueOf(messages), e(type, version, release, agency, association));
    }

    /** Ends the interchange and gives its bytes. */
    public byte[] toBytes() {
        write("UNZ", 0, e(String.valueOf(messages)), e(envelope.reference()));
        return out.toByteArray();
    }

    private void write(String tag, int position, Element... elements) {
        raw(tag);
        int pendingElements = 0;
        for (int i = 0; i < elements.length; i++) {
            pendingElements++;
            int pendingComponents = 0;
            var components = elements[i].components();
            for (int j = 0; j < components.size(); j++) {
                if (!components.get(j).isEmpty()) {
                    raw(String.valueOf(delimiters.element()).repeat(pendingElements));
                    raw(String.valueOf(delimiters.component()).repeat(pendingComponents));
                    value(components.get(j), tag + "[" + position + "]." + (i + 1) + "." + (j + 1));
                    pendingElements = 0;
                    pendingComponents = 0;
                }
                pendingComponents++;
            }
        }
        raw(delimiters.terminator() + "\r\n");
    }

    private void value(String value, String path) {
        var escaped = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < 0x80 && !syntax.repertoire().allows(character)) {
                throw unwritable(path, value, character);
            }
            if (delimiters.isService(character)) {
                if (delimiters.release() == ' ') {
                    throw unwritable(path, value, character);
                }
                escaped.append(delimiters.release());
            }
            escaped.append(character);
        }
        try {
            var bytes = encoder.encode(CharBuffer.wrap(escaped));
            out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
        } catch (CharacterCodingException refused) {
            throw unwritable(path, value, firstUnencodable(value));
        }
    }

    private char firstUnencodable(String value) {
        return value.chars().mapToObj(c -> (char) c).filter(c -> !encoder.canEncode(c)).findFirst().orElse('\uFFFD');
    }

    private UnwritableDocumentException unwritable(String path, String value, char character) {
        return new UnwritableDocumentException(path, "character U+%04X is not in %s: %s"
                .formatted((int) character, syntax.repertoire(), value.length() > 70 ? value.substring(0, 70) : value));
    }

    private void raw(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            out.write(ascii.charAt(i));
        }
    }

    /** One message while it is written. */
    public final class Message {
        private final String reference;
        private int segments = 1;

        private Message(String reference, Element identifier) {
            this.reference = reference;
            write("UNH", 1, e(reference), identifier);
        }

        /** @throws UnwritableDocumentException when a value holds a character that the repertoire does not have */
        public Message segment(String tag, Element... elements) {
            segments++;
            write(tag, segments, elements);
            return this;
        }

        /** Ends the message with its count; the interchange goes on. */
        public EdifactWriter end() {
            segments++;
            write("UNT", segments, e(String.valueOf(segments)), e(reference));
            return EdifactWriter.this;
        }
    }
}
