package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * A client of the embedded issuer that came with a wrong secret, or as nobody we know: noted in the security journal, and told no more than
 * that (RFC 6749, 5.2).
 */
public final class ClientRefusals implements AuthenticationFailureHandler {
    private final SecurityWatch watch;

    public ClientRefusals(SecurityWatch watch) {
        this.watch = watch;
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
        boolean unknown = !(refused instanceof OAuth2AuthenticationException told)
                || told.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
        HttpStatus status = unknown ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
        watch.tokenRefused(request, status.value());
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"error\":\"%s\"}".formatted(unknown ? OAuth2ErrorCodes.INVALID_CLIENT : OAuth2ErrorCodes.INVALID_REQUEST));
    }
}
