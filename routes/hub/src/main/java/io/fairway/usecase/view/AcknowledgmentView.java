package io.fairway.usecase.view;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * An answer to an interchange as the sender gets it.
 *
 * @param kind {@code CONTRL} or {@code APERAK}
 * @param dialect name of the dialect it is written in
 * @param text the whole interchange
 */
public record AcknowledgmentView(String kind, String dialect, String text) {

    /** Tells bytes as text: UTF-8 where they are that, else ISO 8859-1, in which every byte is a character. */
    public static AcknowledgmentView of(String kind, String dialect, byte[] bytes) {
        try {
            return new AcknowledgmentView(kind, dialect, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notUtf8) {
            return new AcknowledgmentView(kind, dialect, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }
}
