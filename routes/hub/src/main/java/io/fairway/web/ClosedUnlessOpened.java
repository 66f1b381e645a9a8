package io.fairway.web;

import io.fairway.identity.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a call through to a controller method only when {@link OpenTo} says so and the caller is of that audience. */
public final class ClosedUnlessOpened implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !admits(method.getMethodAnnotation(OpenTo.class))) {
            throw new AccessDeniedException("This operation is not open to the caller");
        }
        return true;
    }

    private static boolean admits(@Nullable OpenTo open) {
        return open != null && (open.value() == OpenTo.Audience.ANYONE
                || authentication() instanceof CallerAuthentication caller && open.value().admits(caller.getPrincipal()));
    }

    private static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
