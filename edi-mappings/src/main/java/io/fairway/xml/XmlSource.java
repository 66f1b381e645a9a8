package io.fairway.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The characters of an XML input: decoded strictly, counted against the limits, and told to {@link XmlPositions} as they are
 * given to the parser.
 */
final class XmlSource extends Reader {
    private static final int CHUNK_BYTES = 8192;

    private final InputStream input;
    private final XmlLimits limits;
    private final XmlPositions positions;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
    private final CharBuffer characters = CharBuffer.allocate(CHUNK_BYTES + 1);
    private long bytesTaken;
    private long charactersSinceTag;
    private boolean inputEnded;
    private Optional<XmlFaultException> fault = Optional.empty();
    private Optional<IOException> broken = Optional.empty();

    XmlSource(InputStream input, XmlLimits limits) throws IOException, XmlFaultException {
        this.input = input;
        this.limits = limits;
        byte[] head = input.readNBytes(XmlEncoding.HEAD_BYTES);
        XmlEncoding encoding = XmlEncoding.of(head);
        this.positions = new XmlPositions(encoding);
        this.decoder = encoding.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        this.bytesTaken = head.length;
        bytes.put(head).flip().position(encoding.markBytes());
        characters.flip();
    }

    /** Why reading ended early, when it was the input's fault. */
    Optional<XmlFaultException> fault() {
        return fault;
    }

    /** Why reading ended early, when the stream itself broke. */
    Optional<IOException> broken() {
        return broken;
    }

    /** The parser reached a start tag: the limit of characters between two start tags counts anew. */
    void tagReached() {
        charactersSinceTag = 0;
    }

    XmlPositions positions() {
        return positions;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (charactersSinceTag > limits.textCharacters() + 2L * CHUNK_BYTES) {
            throw refused(XmlFault.XML_LIMIT_TEXT, "more than " + limits.textCharacters() + " characters");
        }
        while (!characters.hasRemaining()) {
            if (inputEnded && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, characters.remaining());
        characters.get(target, offset, count);
        positions.handedOut(target, offset, count);
        charactersSinceTag += count;
        return count;
    }

    private void decode() throws IOException {
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, inputEnded);
        if (result.isUnderflow() && characters.position() == 0 && !inputEnded) {
            fill();
        }
        characters.flip();
        if (result.isError() && !characters.hasRemaining()) {
            throw refused(XmlFault.XML_UNDECODABLE, "byte 0x%02X".formatted(bytes.get(bytes.position())));
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count;
        try {
            count = input.read(bytes.array(), bytes.position(), bytes.remaining());
        } catch (IOException e) {
            broken = Optional.of(e);
            throw e;
        }
        if (count < 0) {
            inputEnded = true;
        } else {
            bytes.position(bytes.position() + count);
            bytesTaken += count;
        }
        bytes.flip();
        if (bytesTaken > limits.bytes()) {
            throw refused(XmlFault.XML_LIMIT_SIZE, "more than " + limits.bytes() + " bytes");
        }
    }

    private IOException refused(XmlFault why, String found) {
        XmlFaultException refusal = why.at(positions.ahead(Long.MAX_VALUE, ""), found);
        fault = Optional.of(refusal);
        return new IOException(refusal);
    }

    @Override
    public void close() {
        // The stream belongs to the caller.
    }
}
