package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an operation does not have, and those given twice: a misspelt filter would otherwise silently widen
 * the answer. A parameter is at most 200 characters.
 */
public final class KnownParameters implements HandlerInterceptor {
    private static final int MOST_CHARACTERS = 200;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(OpenTo.class)) {
            Set<String> known = Arrays.stream(method.getMethodParameters())
                    .map(parameter -> parameter.getParameterAnnotation(RequestParam.class)).filter(KnownParameters::isThere)
                    .map(KnownParameters::name).collect(Collectors.toSet());
            for (String name : Collections.list(request.getParameterNames())) {
                check(name, List.of(request.getParameterValues(name)), known);
            }
        }
        return true;
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID, "Known parameters here: "
                    + (known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList())) + ".");
        }
        if (values.size() > 1 || values.getFirst().isBlank() || values.getFirst().length() > MOST_CHARACTERS) {
            throw ProblemException.of(ProblemCode.PARAMETER_INVALID,
                    "Expected the parameter " + name + " once, with 1 to " + MOST_CHARACTERS + " characters.");
        }
    }

    private static boolean isThere(@Nullable RequestParam annotation) {
        return annotation != null;
    }

    private static String name(@Nullable RequestParam annotation) {
        return annotation == null ? "" : annotation.name();
    }
}
