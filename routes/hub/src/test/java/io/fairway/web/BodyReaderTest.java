package io.fairway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.catalina.connector.ClientAbortException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyReaderTest {
    private static final int LIMIT = 1000;
    private static final WebSettings SETTINGS =
            new WebSettings(LIMIT, LIMIT, 2 * 65_536, Duration.ofSeconds(30), 1, Duration.ofMinutes(1));

    private Instant now = Instant.parse("2026-03-02T01:15:00Z");
    private final BodyReader bodies = new BodyReader(SETTINGS, (InstantSource) () -> now);

    @Test
    void givesMemoryBackWhenABodyWasUsed() throws IOException {
        for (int i = 0; i < 10; i++) {
            int length = bodies.with(request(new byte[LIMIT]), LIMIT, bytes -> bytes.length);
            assertThat(length).isEqualTo(LIMIT);
        }
    }

    @Test
    void refusesForNowWhenTheMemoryForBodiesIsTaken() throws IOException {
        bodies.with(request(new byte[1]), LIMIT, one -> nested(() -> bodies.with(request(new byte[1]), LIMIT, two -> nested(() ->
                refused(request(new byte[1]), ProblemCode.OVERLOADED)))));
    }

    @Test
    void refusesABodyThatTakesTooLong() throws IOException {
        refused(streaming(new InputStream() {
            @Override
            public int read() {
                now = now.plusSeconds(11);
                return 'x';
            }

            @Override
            public int read(byte[] chunk, int offset, int length) {
                chunk[offset] = (byte) read();
                return 1;
            }
        }), ProblemCode.BODY_TOO_SLOW);
    }

    @Test
    void refusesABodyThatStallsOrIsCutOff() throws IOException {
        refused(failing(new SocketTimeoutException()), ProblemCode.BODY_TOO_SLOW);
        refused(failing(new ClientAbortException(new SocketTimeoutException())), ProblemCode.BODY_TOO_SLOW);
        refused(failing(new ClientAbortException("reset")), ProblemCode.BODY_INCOMPLETE);
    }

    private Object refused(MockHttpServletRequest request, ProblemCode code) {
        assertThatThrownBy(() -> bodies.with(request, LIMIT, bytes -> bytes))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class)).extracting(ProblemException::code).isEqualTo(code);
        return code;
    }

    private static MockHttpServletRequest request(byte[] content) {
        var request = new MockHttpServletRequest();
        request.setContent(content);
        return request;
    }

    private static MockHttpServletRequest failing(IOException failure) {
        return streaming(new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] chunk, int offset, int length) throws IOException {
                throw failure;
            }
        });
    }

    private static MockHttpServletRequest streaming(InputStream content) {
        return new MockHttpServletRequest() {
            @Override
            public jakarta.servlet.ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(content);
            }
        };
    }

    private static Object nested(NestedCall call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private interface NestedCall {
        Object make() throws IOException;
    }
}
