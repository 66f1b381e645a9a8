package io.fairway.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Takes the bearer token from the Authorization header and from nowhere else (RFC 6750, 2.1): one header, at most 8192
 * characters, so that nobody makes us parse a large token or choose between two.
 */
public final class HeaderTokens implements BearerTokenResolver {
    private static final int MOST_CHARACTERS = 8192;

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.size() > 1) {
            throw new InvalidBearerTokenException("More than one Authorization header");
        }
        if (!headers.isEmpty() && headers.getFirst().length() > MOST_CHARACTERS) {
            throw new InvalidBearerTokenException("The token is longer than " + MOST_CHARACTERS + " characters");
        }
        return header.resolve(request);
    }
}
