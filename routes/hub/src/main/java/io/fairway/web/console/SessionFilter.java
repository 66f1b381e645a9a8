package io.fairway.web.console;

import io.fairway.identity.BrowserSignIn;
import io.fairway.identity.BrowserSignIn.Tokens;
import io.fairway.identity.CallerClaims;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who a browser's request is from, by the token of its session. The token's claims are looked at again each time, as the API does; when
 * it ends it is renewed if the issuer lets it be, and the session ends otherwise.
 */
public final class SessionFilter extends OncePerRequestFilter {
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private final BrowserSignIn signIn;
    private final CallerClaims claims;
    private final InstantSource clock;
    private final ReentrantLock renewing = new ReentrantLock();

    public SessionFilter(BrowserSignIn signIn, CallerClaims claims, InstantSource clock) {
        this.signIn = signIn;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        BrowserSession.tokens(request).flatMap(tokens -> lasting(request, tokens)).flatMap(tokens -> authentication(request, tokens))
                .ifPresent(caller -> SecurityContextHolder.getContext().setAuthentication(caller));
        chain.doFilter(request, response);
    }

    private Optional<Authentication> authentication(HttpServletRequest request, Tokens tokens) {
        try {
            return Optional.of(claims.convert(tokens.access()));
        } catch (AuthenticationException noLonger) {
            BrowserSession.end(request);
            return Optional.empty();
        }
    }

    private Optional<Tokens> lasting(HttpServletRequest request, Tokens tokens) {
        return lasts(tokens, AHEAD) ? Optional.of(tokens) : renewed(request);
    }

    private boolean lasts(Tokens tokens, Duration ahead) {
        Instant end = tokens.access().getExpiresAt();
        return end != null && end.isAfter(clock.instant().plus(ahead));
    }

    /** What renews a token may count once only, so that two requests of one browser must not both try. */
    private Optional<Tokens> renewed(HttpServletRequest request) {
        renewing.lock();
        try {
            Optional<Tokens> now = BrowserSession.tokens(request);
            if (now.filter(tokens -> lasts(tokens, AHEAD)).isPresent()) {
                return now;
            }
            Optional<Tokens> fresh = now.flatMap(signIn::renewed);
            fresh.ifPresent(tokens -> BrowserSession.renewed(request, tokens));
            Optional<Tokens> lasting = fresh.or(() -> now.filter(tokens -> lasts(tokens, Duration.ZERO)));
            if (lasting.isEmpty()) {
                BrowserSession.end(request);
            }
            return lasting;
        } finally {
            renewing.unlock();
        }
    }
}
