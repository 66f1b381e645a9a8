package io.fairway.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/** Tells problems where no controller runs: security filters, the firewall, the server itself. */
public final class ProblemWriter {
    private final ObjectMapper json;

    public ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Answers with what was refused, and when to try again if that would help. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException refused) throws IOException {
        refused.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
        write(request, response, refused.code(), refused.detail());
    }

    /** Answers with the problem, unless an answer has begun already. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code, String detail) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(code.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String trace = Trace.of(request).id();
        response.setHeader(Trace.HEADER, trace);
        response.getOutputStream().write(json.writeValueAsBytes(ProblemView.of(code, detail, trace)));
        response.flushBuffer();
    }
}
