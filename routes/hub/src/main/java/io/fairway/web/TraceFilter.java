package io.fairway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its trace before anything else happens, so that a refusal can be traced too. */
public final class TraceFilter extends OncePerRequestFilter {
    private final RandomGenerator random;

    public TraceFilter(RandomGenerator random) {
        this.random = random;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = Trace.begin(request, random);
        response.setHeader(Trace.HEADER, trace.id());
        try (var logged = MDC.putCloseable("trace", trace.id())) {
            chain.doFilter(request, response);
        }
    }
}
