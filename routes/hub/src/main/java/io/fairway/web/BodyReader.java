package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.http.HttpHeaders;

/**
 * Reads the content of a request into memory: whole, not empty, no more than allowed, not slower than allowed. Nothing is read of a
 * body that is announced as too large; of one that turns out to be, nothing more.
 */
public final class BodyReader {
    private static final int CHUNK = 65_536;

    private final BodyMemory memory;
    private final Duration slowest;
    private final InstantSource clock;

    public BodyReader(WebSettings settings, InstantSource clock) {
        this.memory = new BodyMemory(settings.bodiesInMemoryBytes());
        this.slowest = settings.slowestBody();
        this.clock = clock;
    }

    /**
     * Reads the body and gives it to {@code use}; its memory counts as taken until that returns.
     *
     * @param limit bytes allowed
     * @throws ProblemException when it is empty, too large, too slow, cut off, compressed, or there is no room for it now
     */
    public <T> T with(HttpServletRequest request, int limit, Function<byte[], T> use) throws IOException {
        refuseEncoded(request);
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw tooLarge(limit);
        }
        try (BodyMemory.Room room = memory.take(announced < 0 ? limit : announced)) {
            byte[] body = read(request.getInputStream(), limit);
            if (body.length == 0) {
                throw ProblemException.of(ProblemCode.BODY_EMPTY, "Expected a document as the content of the request.");
            }
            return use.apply(body);
        }
    }

    private static void refuseEncoded(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.of(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Expected content as it is, without Content-Encoding.");
        }
    }

    private byte[] read(InputStream in, int limit) throws IOException {
        Instant deadline = clock.instant().plus(slowest);
        var body = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                if (clock.instant().isAfter(deadline)) {
                    throw tooSlow();
                }
                if (body.size() + n > limit) {
                    throw tooLarge(limit);
                }
                body.write(chunk, 0, n);
            }
            return body.toByteArray();
        } catch (SocketTimeoutException slow) {
            throw tooSlow();
        } catch (ClientAbortException cut) {
            if (cut.getCause() instanceof SocketTimeoutException) {
                throw tooSlow();
            }
            throw ProblemException.of(ProblemCode.BODY_INCOMPLETE, "The content ended before the end that was announced; nothing was kept.");
        }
    }

    private static ProblemException tooLarge(int limit) {
        return ProblemException.of(ProblemCode.BODY_TOO_LARGE, "Expected at most " + limit + " bytes; nothing was kept.");
    }

    private ProblemException tooSlow() {
        return ProblemException.of(ProblemCode.BODY_TOO_SLOW, "Expected the whole content within " + slowest.toSeconds() + " s; nothing was kept.");
    }
}
