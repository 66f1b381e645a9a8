package io.fairway.web;

import io.fairway.identity.CallerAuthentication;
import io.fairway.usecase.PartyId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets each party have so many requests under way and no more, so that one cannot keep the others out (P16). */
public final class FairShare implements HandlerInterceptor {
    private static final String HELD = FairShare.class.getName();
    private static final int RETRY_AFTER_SECONDS = 1;

    private final int share;
    private final ConcurrentMap<PartyId, Semaphore> shares = new ConcurrentHashMap<>();

    public FairShare(int share) {
        this.share = share;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller) {
            request.setAttribute(HELD, taken(caller.getPrincipal().party()));
        }
        return true;
    }

    /** Does something as one request of the party, whatever channel it came by. @throws ProblemException when it has too many under way */
    public <T> T within(PartyId caller, Supplier<T> request) {
        Semaphore semaphore = taken(caller);
        try {
            return request.get();
        } finally {
            semaphore.release();
        }
    }

    private Semaphore taken(PartyId caller) {
        Semaphore semaphore = shares.computeIfAbsent(caller, party -> new Semaphore(share));
        if (!semaphore.tryAcquire()) {
            throw ProblemException.later(ProblemCode.TOO_MANY_REQUESTS, "At most " + share + " requests of a party at once.",
                    RETRY_AFTER_SECONDS);
        }
        return semaphore;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        letGo(request);
    }

    /** For requests that stay long and have a limit of their own. */
    static void letGo(HttpServletRequest request) {
        if (request.getAttribute(HELD) instanceof Semaphore semaphore) {
            request.removeAttribute(HELD);
            semaphore.release();
        }
    }
}
