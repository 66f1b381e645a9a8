package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Idempotency-Key of a request: at most one, 1 to 190 visible ASCII characters. */
final class IdempotencyKeys {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,190}");

    private IdempotencyKeys() {
    }

    static Optional<String> of(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders("Idempotency-Key"));
        if (keys.size() > 1 || !keys.stream().allMatch(key -> FORM.matcher(key).matches())) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_INVALID,
                    "Expected one Idempotency-Key of 1 to 190 visible ASCII characters.");
        }
        return keys.stream().findFirst();
    }
}
