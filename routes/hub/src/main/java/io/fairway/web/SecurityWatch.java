package io.fairway.web;

import io.fairway.identity.CallerAuthentication;
import io.fairway.usecase.Caller;
import io.fairway.usecase.registry.SecurityEvent;
import io.fairway.usecase.registry.SecurityEvent.Kind;
import io.fairway.usecase.registry.SecurityJournal;
import io.fairway.usecase.registry.Standings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes what was refused to whom in the security journal: acts that are not the caller's, addresses under which it knows nothing, more than
 * its share. And refuses acts, other than reading, of a party that is not in good standing.
 */
public final class SecurityWatch implements HandlerInterceptor {
    private static final int LONGEST_PATH = 300;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final SecurityJournal journal;
    private final Standings standings;
    private final InstantSource clock;

    public SecurityWatch(SecurityJournal journal, Standings standings, InstantSource clock) {
        this.journal = journal;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod())) {
            caller().filter(caller -> !standings.of(caller.party()).mayAct()).ifPresent(caller -> {
                note(request, 403, Kind.STANDING_REFUSED, caller.party().value(), caller.person().orElse(""));
                standings.requireActing(caller.party());
            });
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        int status = thrown instanceof AccessDeniedException ? HttpStatus.FORBIDDEN.value() : response.getStatus();
        caller().ifPresent(caller -> kind(request, status).ifPresent(kind ->
                note(request, status, kind, caller.party().value(), caller.person().orElse(""))));
    }

    /** Takes note of a token or secret that was not accepted. */
    public void tokenRefused(HttpServletRequest request, int status) {
        note(request, status, Kind.TOKEN_REFUSED, "", "");
    }

    private static Optional<Kind> kind(HttpServletRequest request, int status) {
        return switch (status) {
            case 403 -> Optional.of(Kind.ACT_REFUSED);
            case 404 -> namesAnObject(request) ? Optional.of(Kind.FOREIGN_OBJECT) : Optional.empty();
            case 429 -> Optional.of(Kind.SHARE_EXCEEDED);
            default -> Optional.empty();
        };
    }

    private static boolean namesAnObject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables && !variables.isEmpty();
    }

    private void note(HttpServletRequest request, int status, Kind kind, String party, String person) {
        String path = request.getRequestURI();
        journal.note(new SecurityEvent(clock.instant(), kind, party, person, request.getMethod(),
                path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path, status, "from " + request.getRemoteAddr(),
                Trace.of(request).id()));
    }

    private static Optional<Caller> caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication authentication
                ? Optional.of(authentication.getPrincipal()) : Optional.empty();
    }
}
