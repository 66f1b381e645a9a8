package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What the security filters refuse, told as problems. Why a token failed is not told: it would help only a forger. */
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private final ProblemWriter problems;
    private final SecurityWatch watch;

    public SecurityProblems(ProblemWriter problems, SecurityWatch watch) {
        this.problems = problems;
        this.watch = watch;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
        if (refused instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(request, response, ProblemCode.IDENTITY_UNAVAILABLE, "The identity provider cannot be reached.");
            return;
        }
        boolean presented = refused instanceof InvalidBearerTokenException;
        if (presented) {
            watch.tokenRefused(request, 401);
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                presented ? "Bearer realm=\"fairway\", error=\"invalid_token\"" : "Bearer realm=\"fairway\"");
        problems.write(request, response, ProblemCode.UNAUTHENTICATED,
                presented ? "The access token was not accepted." : "Send an access token: Authorization: Bearer …");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        problems.write(request, response, ProblemCode.FORBIDDEN, "This operation is not open to you.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected) throws IOException {
        problems.write(request, response, ProblemCode.REQUEST_MALFORMED, "The address or a header field of the request is not allowed.");
    }
}
