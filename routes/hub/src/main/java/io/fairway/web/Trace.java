package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace id of one request: the caller's, when it sent a W3C {@code traceparent} that is well-formed, or a new one. It goes with
 * the transmission to the last delivery, and back to the caller in {@code Fairway-Trace}.
 *
 * @param id 32 lower-case hexadecimal digits, not all zero
 */
public record Trace(String id) {
    /** Response header with the trace id. */
    public static final String HEADER = "Fairway-Trace";

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NOTHING = "0".repeat(32);

    static Trace begin(HttpServletRequest request, RandomGenerator random) {
        var trace = new Trace(given(request).orElseGet(() -> draw(random)));
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    /** The trace of a request that has begun; all zero for one that never got as far. */
    public static Trace of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Trace trace ? trace : new Trace(NOTHING);
    }

    private static Optional<String> given(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("traceparent")).map(TRACEPARENT::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1)).filter(id -> !id.equals(NOTHING));
    }

    private static String draw(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
