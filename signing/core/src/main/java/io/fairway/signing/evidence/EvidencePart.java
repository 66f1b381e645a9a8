package io.fairway.signing.evidence;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * One file of an evidence container.
 *
 * @param path folders and name, joined by slashes; letters, digits, dot, hyphen and underscore; at most 200 characters
 * @param mediaType as RFC 6838 names it
 * @param about what it is, one sentence for people; goes into the index
 * @param bytes as they are
 */
public record EvidencePart(String path, String mediaType, String about, byte[] bytes) {
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException when the path is not one */
    public EvidencePart {
        checkPath(path);
        bytes = bytes.clone();
    }

    static void checkPath(String path) {
        if (path.length() > LONGEST || !PATH.matcher(path).matches() || path.startsWith("META-INF") || path.equals("mimetype")) {
            throw new IllegalArgumentException("Not a path within a container: " + path);
        }
    }

    /** A copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidencePart part && path.equals(part.path) && mediaType.equals(part.mediaType) && about.equals(part.about)
                && Arrays.equals(bytes, part.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes)";
    }
}
