package io.fairway.connector.gate;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Reads and writes the frames of JGS/T 14-2015, annex A. The standard and the field differ in byte order, width of the message code and
 * charset, so each site says its own.
 *
 * @param codeBytes 1 or 4
 */
public record CustomsFrames(ByteOrder order, int codeBytes, Charset charset, int mostBytes) {
    private static final byte[] MAGIC = {(byte) 0xe2, 0x5c, 0x4b, (byte) 0x89};
    private static final byte[] FILLER = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
    private static final byte[] END = {(byte) 0xff, (byte) 0xff};
    private static final int NAME = 10;
    private static final int LENGTH_BYTES = 4;
    private static final Pattern NAME_FORM = Pattern.compile("[A-Z0-9]{10}");

    /** One-byte codes, big-endian, UTF-8, 4 MB: what the field uses most. */
    public static final CustomsFrames USUAL = new CustomsFrames(ByteOrder.BIG_ENDIAN, 1, StandardCharsets.UTF_8, 4 * 1024 * 1024);

    public CustomsFrames {
        if (codeBytes != 1 && codeBytes != LENGTH_BYTES) {
            throw new IllegalArgumentException("A message code has 1 or 4 bytes, not " + codeBytes);
        }
    }

    /** Thrown when bytes are no frame of this site's kind. */
    public static final class BrokenFrameException extends Exception {
        private static final long serialVersionUID = 1;

        BrokenFrameException(String message) {
            super(message);
        }
    }

    /** The whole length of the frame that begins here; 0 while fewer than eight bytes are there. @throws BrokenFrameException when none does */
    public int lengthOf(byte[] begun) throws BrokenFrameException {
        for (int i = 0; i < Math.min(MAGIC.length, begun.length); i++) {
            demand(begun[i] == MAGIC[i], "the mark E2 5C 4B 89");
        }
        if (begun.length < MAGIC.length + LENGTH_BYTES) {
            return 0;
        }
        int length = ByteBuffer.wrap(begun).order(order).getInt(MAGIC.length);
        demand(length >= smallest() && length <= mostBytes, "a length of " + smallest() + " to " + mostBytes + " bytes");
        return length;
    }

    private int smallest() {
        return MAGIC.length + LENGTH_BYTES + codeBytes + 2 * NAME + 1 + FILLER.length + LENGTH_BYTES + END.length;
    }

    /** @param frame one whole frame */
    public CustomsFrame read(byte[] frame) throws BrokenFrameException {
        demand(frame.length >= smallest() && lengthOf(frame) == frame.length, "as many bytes as the length says");
        demand(Arrays.equals(END, Arrays.copyOfRange(frame, frame.length - END.length, frame.length)), "FF FF at the end");
        ByteBuffer in = ByteBuffer.wrap(frame, 0, frame.length - END.length).order(order);
        try {
            in.position(MAGIC.length + LENGTH_BYTES);
            int code = codeBytes == 1 ? in.get() & 0xff : in.getInt();
            String site = name(in);
            String channel = name(in);
            char direction = (char) in.get();
            demand(direction == 'I' || direction == 'E', "I or E as direction");
            demand(Arrays.equals(FILLER, bytes(in, FILLER.length)), "FF FF FF FF behind the direction");
            String xml = text(bytes(in, in.getInt()));
            return new CustomsFrame(code, site, channel, direction, xml, images(in));
        } catch (BufferUnderflowException e) {
            throw new BrokenFrameException("Expected more bytes than the frame has");
        }
    }

    private static String name(ByteBuffer in) throws BrokenFrameException {
        String name = new String(bytes(in, NAME), StandardCharsets.ISO_8859_1);
        demand(NAME_FORM.matcher(name).matches(), "ten capital letters or digits as site and channel");
        return name;
    }

    private String text(byte[] bytes) throws BrokenFrameException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BrokenFrameException("Expected text in " + charset);
        }
    }

    private static SequencedMap<Character, byte[]> images(ByteBuffer in) throws BrokenFrameException {
        SequencedMap<Character, byte[]> images = new LinkedHashMap<>();
        if (in.hasRemaining()) {
            demand(in.getInt() == in.remaining(), "as many bytes of images as their length says");
        }
        while (in.hasRemaining()) {
            char position = (char) in.get();
            demand(position >= '0' && position <= '5', "an image position from 0 to 5");
            images.put(position, bytes(in, in.getInt()));
        }
        return images;
    }

    private static byte[] bytes(ByteBuffer in, int length) throws BrokenFrameException {
        demand(length >= 0 && length <= in.remaining(), "a length within the frame");
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void demand(boolean sound, String expected) throws BrokenFrameException {
        if (!sound) {
            throw new BrokenFrameException("Expected " + expected);
        }
    }

    /** @throws IllegalArgumentException when site or channel has not ten characters */
    public byte[] write(CustomsFrame frame) {
        if (!NAME_FORM.matcher(frame.site()).matches() || !NAME_FORM.matcher(frame.channel()).matches()) {
            throw new IllegalArgumentException("Site and channel have ten capital letters or digits");
        }
        byte[] xml = frame.xml().getBytes(charset);
        var body = new ByteArrayOutputStream();
        body.writeBytes(codeBytes == 1 ? new byte[] {(byte) frame.code()} : number(frame.code()));
        body.writeBytes(frame.site().getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(frame.channel().getBytes(StandardCharsets.US_ASCII));
        body.write(frame.direction());
        body.writeBytes(FILLER);
        body.writeBytes(number(xml.length));
        body.writeBytes(xml);
        if (!frame.images().isEmpty()) {
            body.writeBytes(number(frame.images().values().stream().mapToInt(image -> 1 + LENGTH_BYTES + image.length).sum()));
            frame.images().forEach((position, image) -> {
                body.write(position);
                body.writeBytes(number(image.length));
                body.writeBytes(image);
            });
        }
        body.writeBytes(END);
        var out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        out.writeBytes(number(MAGIC.length + LENGTH_BYTES + body.size()));
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private byte[] number(int value) {
        return ByteBuffer.allocate(LENGTH_BYTES).order(order).putInt(value).array();
    }
}
