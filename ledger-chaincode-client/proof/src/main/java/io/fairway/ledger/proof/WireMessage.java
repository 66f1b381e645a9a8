package io.fairway.ledger.proof;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One message in the Protocol Buffers wire format, as far as Fabric's ledger uses it: varints, length-delimited values and fixed sizes.
 * Readers differ in what they make of a singular field that comes twice; here it is refused, so that nobody can show two readers two things.
 */
final class WireMessage {
    private static final byte[] NOTHING = {};

    private final Map<Integer, List<byte[]>> values = new HashMap<>();
    private final Map<Integer, List<Long>> numbers = new HashMap<>();
    private final byte[] bytes;
    private int position;

    private WireMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a whole message. */
    static WireMessage read(byte[] bytes) {
        var message = new WireMessage(bytes);
        while (message.position < bytes.length) {
            message.readField();
        }
        return message;
    }

    /** The value of a singular field; empty when it is absent. */
    byte[] value(int field) {
        return only(field, values.getOrDefault(field, List.of()), NOTHING);
    }

    /** The values of a repeated field, in order. */
    List<byte[]> valuesOf(int field) {
        return values.getOrDefault(field, List.of());
    }

    /** The message in a singular field; an empty one when it is absent. */
    WireMessage message(int field) {
        return read(value(field));
    }

    /** The text in a singular field. */
    String text(int field) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value(field))).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableException("Field " + field + " is not UTF-8", e);
        }
    }

    /** The number in a singular field; 0 when it is absent. */
    long number(int field) {
        return only(field, numbers.getOrDefault(field, List.of()), 0L);
    }

    private static <T> T only(int field, List<T> found, T absent) {
        if (found.size() > 1) {
            throw new UnreadableException("Field " + field + " stands " + found.size() + " times where it may stand once");
        }
        return found.isEmpty() ? absent : found.get(0);
    }

    private void readField() {
        var key = readVarint();
        var field = key >>> 3;
        if (field < 1 || field > 536_870_911) {
            throw new UnreadableException("No field has the number " + field);
        }
        switch ((int) (key & 7)) {
            case 0 -> numbers.computeIfAbsent((int) field, any -> new ArrayList<>()).add(readVarint());
            case 1 -> take(Long.BYTES);
            case 2 -> values.computeIfAbsent((int) field, any -> new ArrayList<>()).add(take(readVarint()));
            case 5 -> take(Integer.BYTES);
            default -> throw new UnreadableException("Field " + field + " has a wire type that the ledger does not use");
        }
    }

    private long readVarint() {
        long value = 0;
        for (var shift = 0; shift < 64; shift += 7) {
            if (position == bytes.length) {
                throw new UnreadableException("The bytes end within a number");
            }
            var part = bytes[position++];
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new UnreadableException("A number has more than ten bytes");
    }

    private byte[] take(long length) {
        if (length < 0 || length > bytes.length - position) {
            throw new UnreadableException("A value of " + length + " bytes stands where " + (bytes.length - position) + " are left");
        }
        var from = position;
        position += (int) length;
        return Arrays.copyOfRange(bytes, from, position);
    }
}
