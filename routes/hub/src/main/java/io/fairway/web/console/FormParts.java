package io.fairway.web.console;

import io.fairway.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form with a file (multipart/form-data, RFC 7578), read from memory; of a name given twice the last one counts. */
final class FormParts {
    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data\\s*;.*boundary=\"?([A-Za-z0-9'()+_,./:=?-]{1,70})\"?.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("content-disposition:[^\\r\\n]*[; ]name=\"([^\"\\r\\n]*)\"", Pattern.CASE_INSENSITIVE);
    private static final int MOST_PARTS = 20;

    private final Map<String, byte[]> parts = new HashMap<>();

    private FormParts() {
    }

    /** @throws ProblemException when it is no such form */
    static FormParts of(Optional<String> contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType.orElse(""));
        if (!boundary.matches()) {
            throw ProblemException.malformed("Expected a form with a file.");
        }
        var parts = new FormParts();
        parts.read(body, ("--" + boundary.group(1)).getBytes(StandardCharsets.US_ASCII));
        return parts;
    }

    private void read(byte[] body, byte[] delimiter) {
        int at = find(body, delimiter, 0);
        for (int part = 0; part < MOST_PARTS && at >= 0; part++) {
            int head = at + delimiter.length + 2;
            int next = find(body, delimiter, head);
            int content = find(body, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII), Math.max(0, head - 2));
            if (next < 0 || content < 0 || content > next) {
                return;
            }
            keep(new String(body, head, Math.max(0, content - head), StandardCharsets.UTF_8), body, content + 4, next - 2);
            at = next;
        }
    }

    private void keep(String head, byte[] body, int from, int to) {
        Matcher name = NAME.matcher(head);
        if (name.find() && to >= from) {
            byte[] content = new byte[to - from];
            System.arraycopy(body, from, content, 0, content.length);
            parts.put(name.group(1), content);
        }
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && body[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    /** The content of a part; empty when it is not there. */
    byte[] bytes(String name) {
        return parts.getOrDefault(name, new byte[0]).clone();
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
