package io.fairway.web;

import io.fairway.identity.CallerAuthentication;
import io.fairway.usecase.PartyId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets each party make so many requests a second, and ten seconds' worth at once after a pause; more is refused for now (P15). */
public final class RateLimit implements HandlerInterceptor {
    private static final int BURST_SECONDS = 10;

    private final int perSecond;
    private final InstantSource clock;
    private final ConcurrentMap<PartyId, Allowance> allowances = new ConcurrentHashMap<>();

    /** @param requests that are left @param at when they were counted */
    private record Allowance(double requests, Instant at) {
    }

    public RateLimit(int perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller) {
            spend(caller.getPrincipal().party());
        }
        return true;
    }

    /** Counts one request of a party, whatever channel it came by. @throws ProblemException when it is one too many */
    public void spend(PartyId caller) {
        Instant now = clock.instant();
        Allowance left = allowances.compute(caller, (party, before) -> spent(before == null
                ? new Allowance((double) perSecond * BURST_SECONDS, now) : before, now));
        if (left.requests() < 0) {
            throw ProblemException.later(ProblemCode.TOO_MANY_REQUESTS, "At most " + perSecond + " requests of a party a second.", 1);
        }
    }

    private Allowance spent(Allowance before, Instant now) {
        double gained = Math.max(0, Duration.between(before.at(), now).toNanos()) / 1e9 * perSecond;
        double available = Math.min((double) perSecond * BURST_SECONDS, Math.max(0, before.requests()) + gained);
        return new Allowance(available - 1, now);
    }
}
