package io.fairway.connector.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts frames of one fixed length that begin with STX out of a stream, and finds the next one after rubbish. */
final class Framed {
    static final byte STX = 2;

    private final int length;
    private byte[] rest = new byte[0];

    Framed(int length) {
        this.length = length;
    }

    /** @param reading a weight for a whole frame; empty when it is none, which costs its first byte only */
    <T> List<Optional<T>> take(byte[] bytes, Function<byte[], Optional<T>> reading) {
        byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
        System.arraycopy(bytes, 0, all, rest.length, bytes.length);
        List<Optional<T>> found = new ArrayList<>();
        int at = 0;
        boolean rubbish = false;
        while (at < all.length && (all[at] != STX || at + length <= all.length)) {
            Optional<T> frame = all[at] == STX ? reading.apply(Arrays.copyOfRange(all, at, at + length)) : Optional.empty();
            if (frame.isPresent()) {
                found.add(frame);
                at += length;
                rubbish = false;
            } else {
                if (!rubbish) {
                    found.add(Optional.empty());
                }
                rubbish = true;
                at++;
            }
        }
        rest = Arrays.copyOfRange(all, at, all.length);
        return found;
    }
}
