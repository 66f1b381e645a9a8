package io.fairway.web.console;

import io.fairway.identity.BrowserSignIn.Attempt;
import io.fairway.identity.BrowserSignIn.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** What is kept of a browser between two requests, in this process: the sign-in it began, and the tokens it got. */
final class BrowserSession {
    private static final String BEGUN = "fairway.begun";
    private static final String TOKENS = "fairway.tokens";

    private BrowserSession() {
    }

    /** @param target where the browser wanted to go */
    record Begun(Attempt attempt, String target) {
    }

    static void begin(HttpServletRequest request, Begun begun) {
        request.getSession(true).setAttribute(BEGUN, begun);
    }

    /** The sign-in that was begun here; it is there once. */
    static Optional<Begun> begun(HttpServletRequest request) {
        Optional<Begun> begun = attribute(request, BEGUN, Begun.class);
        begun.ifPresent(once -> request.getSession().removeAttribute(BEGUN));
        return begun;
    }

    /** Begins a session of its own for who signed in: nothing that was known of it before counts on. */
    static void signedIn(HttpServletRequest request, Tokens tokens) {
        end(request);
        request.getSession(true).setAttribute(TOKENS, tokens);
    }

    static void renewed(HttpServletRequest request, Tokens tokens) {
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.setAttribute(TOKENS, tokens));
    }

    static Optional<Tokens> tokens(HttpServletRequest request) {
        return attribute(request, TOKENS, Tokens.class);
    }

    static void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        return Optional.ofNullable(request.getSession(false)).map(session -> session.getAttribute(name)).filter(type::isInstance).map(type::cast);
    }
}
