package io.fairway.signing;

import java.util.Arrays;

/** Bytes that a signature was seen to cover. Only a verifier makes one. */
public final class SignedContent {
    private final byte[] bytes;

    SignedContent(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedContent content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
