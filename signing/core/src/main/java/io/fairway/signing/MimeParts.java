package io.fairway.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two parts of a {@code multipart} (RFC 2046, 5.1), each with its headers and byte for byte. */
record MimeParts(byte[] first, byte[] second) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] CLOSING = {'-', '-'};
    private static final int SIGNATURE_LINE = 64;
    private static final int MOST_PARTS = 10;

    /** @throws SignatureRefusedException when there are not two parts, or lines do not end with CR LF */
    static MimeParts ofTwo(String contentType, byte[] body) throws SignatureRefusedException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw refused("Expected a boundary");
        }
        String name = Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
        byte[] opening = ("--" + name).getBytes(StandardCharsets.ISO_8859_1);
        byte[] between = ("\r\n--" + name).getBytes(StandardCharsets.ISO_8859_1);
        int first = Arrays.equals(body, 0, Math.min(body.length, opening.length), opening, 0, opening.length)
                ? 0 : indexOf(body, between, 0);
        int firstStart = first < 0 ? -1 : lineAfter(body, first == 0 ? opening.length : first + between.length);
        int second = firstStart < 0 ? -1 : indexOf(body, between, firstStart - LINE_END.length);
        int secondStart = second < 0 ? -1 : lineAfter(body, second + between.length);
        int end = secondStart < 0 ? -1 : indexOf(body, between, secondStart - LINE_END.length);
        if (end < 0 || indexOf(body, (new String(between, StandardCharsets.ISO_8859_1) + "--").getBytes(StandardCharsets.ISO_8859_1), end) != end) {
            throw refused("Expected two parts between boundaries");
        }
        return new MimeParts(Arrays.copyOfRange(body, firstStart, Math.max(firstStart, second)),
                Arrays.copyOfRange(body, secondStart, Math.max(secondStart, end)));
    }

    /** As many as there are up to the closing boundary (RFC 2046, 5.1.1). @throws SignatureRefusedException without boundaries, or too many */
    static List<byte[]> all(String contentType, byte[] body) throws SignatureRefusedException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw refused("Expected a boundary");
        }
        byte[] between = ("\r\n--" + Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2))).getBytes(StandardCharsets.ISO_8859_1);
        byte[] opening = Arrays.copyOfRange(between, LINE_END.length, between.length);
        int at = startsAt(body, 0, opening) ? 0 : indexOf(body, between, 0) + LINE_END.length;
        if (!startsAt(body, at, opening)) {
            throw refused("Expected a part");
        }
        List<byte[]> parts = new ArrayList<>();
        while (!startsAt(body, at + opening.length, CLOSING)) {
            int start = lineAfter(body, at + opening.length);
            int end = indexOf(body, between, start - LINE_END.length);
            if (end < 0 || parts.size() == MOST_PARTS) {
                throw refused("Expected at most " + MOST_PARTS + " parts between boundaries");
            }
            parts.add(Arrays.copyOfRange(body, start, Math.max(start, end)));
            at = end + LINE_END.length;
        }
        return parts;
    }

    private static boolean startsAt(byte[] in, int from, byte[] what) {
        return from + what.length <= in.length && Arrays.equals(in, from, from + what.length, what, 0, what.length);
    }

    private static int lineAfter(byte[] body, int from) throws SignatureRefusedException {
        int end = indexOf(body, LINE_END, from);
        if (end < 0) {
            throw refused("Expected lines that end with CR LF");
        }
        return end + LINE_END.length;
    }

    static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = Math.max(0, from); i <= in.length - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private static SignatureRefusedException refused(String detail) {
        return SignatureRefusedException.failed(SignatureFault.MALFORMED, detail);
    }

    static byte[] join(String boundary, byte[] entity, byte[] signature) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--" + boundary + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(entity);
        out.writeBytes(("\r\n--" + boundary + "\r\nContent-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
                + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n"
                + Base64.getMimeEncoder(SIGNATURE_LINE, LINE_END).encodeToString(signature)
                + "\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
