package io.fairway.connector.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One frame of the traditional customs gate protocol (JGS/T 14-2015, annex A).
 *
 * @param code 0x21 gathered facts, 0x22 the answer, 0x31 to 0x36 orders to devices, 0x42 and 0x43 states, 0x61 to 0x66 registration
 * @param site ten characters
 * @param channel ten characters
 * @param direction {@code I} into the gate, {@code E} out of it
 * @param xml the document in it, decoded
 * @param images by position, {@code 0} front to {@code 5} rear right
 */
public record CustomsFrame(int code, String site, String channel, char direction, String xml, SequencedMap<Character, byte[]> images) {
    public CustomsFrame {
        images = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(images));
    }

    /** A frame without images. */
    public CustomsFrame(int code, String site, String channel, char direction, String xml) {
        this(code, site, channel, direction, xml, new LinkedHashMap<>());
    }
}
