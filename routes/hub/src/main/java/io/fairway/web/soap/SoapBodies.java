package io.fairway.web.soap;

import io.fairway.web.BodyReader;
import io.fairway.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the content of a SOAP call whole before anything looks at it, within the limits that REST has (P15). */
public final class SoapBodies extends OncePerRequestFilter {
    private static final String SOAP_12 = "application/soap+xml; charset=utf-8";
    private static final int ENVELOPE_BYTES = 1_000_000;

    private static final String REFUSED = SoapBodies.class.getName();

    private final BodyReader bodies;
    private final int limit;

    /** @param intakeLimitBytes largest transmission; in Base64 it takes a third more, and some line breaks */
    public SoapBodies(BodyReader bodies, int intakeLimitBytes) {
        this.bodies = bodies;
        this.limit = Math.toIntExact(Math.min(Integer.MAX_VALUE - ENVELOPE_BYTES, intakeLimitBytes * 7L / 5) + ENVELOPE_BYTES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            CallReceipt.requireType(request);
            bodies.with(request, limit, body -> passedOn(body, request, response, chain));
        } catch (ProblemException refused) {
            refused(Problems.asFault(refused, "Content"), request, response, chain);
        } catch (SoapRefusedException refused) {
            refused(refused, request, response, chain);
        }
    }

    /** The fault is written by the service, as all others are; it gets an empty call of a type that it reads. */
    private static void refused(SoapRefusedException refused, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(REFUSED, refused);
        chain.doFilter(new Read(request, new byte[0], SOAP_12), response);
    }

    private static HttpServletResponse passedOn(byte[] body, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(new Read(request, body, String.valueOf(request.getContentType())), response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException("The SOAP servlet failed", e);
        }
    }

    /** Why the content of a call was refused, when it was. */
    static Optional<SoapRefusedException> refusal(HttpServletRequest request) {
        return request.getAttribute(REFUSED) instanceof SoapRefusedException refused ? Optional.of(refused) : Optional.empty();
    }

    /** The request with the content that was read. */
    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;
        private final String contentType;

        Read(HttpServletRequest request, byte[] body, String contentType) {
            super(request);
            this.body = body;
            this.contentType = contentType;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public String getCharacterEncoding() {
            return contentType.equals(SOAP_12) ? "UTF-8" : super.getCharacterEncoding();
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Content-Type") ? Collections.enumeration(List.of(contentType)) : super.getHeaders(name);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BodyStream(new ByteArrayInputStream(body));
        }
    }

    private static final class BodyStream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        BodyStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The content is in memory; nobody waits for it");
        }
    }
}
