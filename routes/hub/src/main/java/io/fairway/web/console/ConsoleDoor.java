package io.fairway.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Who is not signed in is sent to sign in, and comes back to where he wanted; what is refused is told as a page. */
public final class ConsoleDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final URI root;
    private final Pages pages;

    /** @param root address of the hub as browsers know it */
    public ConsoleDoor(URI root, Pages pages) {
        this.root = root;
        this.pages = pages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String target = request.getMethod().equals("GET") ? request.getRequestURI() + query : Section.WORK.path();
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", root + "/console/sign-in?then=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(String.valueOf(pages.show(request, HttpStatus.FORBIDDEN, "refused",
                Map.of("reason", "refused.form", "trace", "")).getBody()));
    }
}
