package io.fairway.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** The little of ASN.1 DER (X.690) that Fabric uses outside certificates: the hashed form of a block header, and ECDSA signatures. */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;

    private Der() {}

    /** SEQUENCE { INTEGER number, OCTET STRING previous, OCTET STRING data }: what a block's hash is taken over. */
    static byte[] blockHeader(long number, byte[] previousHash, byte[] dataHash) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(element(INTEGER, new BigInteger(Long.toUnsignedString(number)).toByteArray()));
        content.writeBytes(element(OCTET_STRING, previousHash));
        content.writeBytes(element(OCTET_STRING, dataHash));
        return element(SEQUENCE, content.toByteArray());
    }

    /** The number s of SEQUENCE { INTEGER r, INTEGER s }, in the shortest form only (RFC 3279, 2.2.3). */
    static BigInteger secondOfSignature(byte[] signature) {
        if (signature.length < 8 || signature.length > 72 || signature[0] != SEQUENCE || signature[1] != signature.length - 2) {
            throw new UnreadableException("Not a P-256 signature in DER");
        }
        var first = integer(signature, 2);
        var second = integer(signature, 4 + first.length);
        if (6 + first.length + second.length != signature.length) {
            throw new UnreadableException("A signature in DER holds two numbers and nothing else");
        }
        return new BigInteger(second);
    }

    private static byte[] integer(byte[] bytes, int at) {
        if (at + 2 > bytes.length || bytes[at] != INTEGER || bytes[at + 1] < 1 || at + 2 + bytes[at + 1] > bytes.length) {
            throw new UnreadableException("Expected a number of a signature in DER");
        }
        return Arrays.copyOfRange(bytes, at + 2, at + 2 + bytes[at + 1]);
    }

    private static byte[] element(int tag, byte[] content) {
        var element = new ByteArrayOutputStream(content.length + 4);
        element.write(tag);
        if (content.length < 128) {
            element.write(content.length);
        } else if (content.length < 256) {
            element.write(0x81);
            element.write(content.length);
        } else {
            throw new UnreadableException("A hash of " + content.length + " bytes");
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
