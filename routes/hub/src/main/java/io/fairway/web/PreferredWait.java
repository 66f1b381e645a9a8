package io.fairway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller would rather wait for the outcome: {@code Prefer: wait=seconds} (RFC 7240, 4.3), at most 60 seconds. */
final class PreferredWait {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?=$|[,;])", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SECONDS = 60;

    private PreferredWait() {
    }

    /** Empty when the caller does not want to wait; a preference that cannot be understood is ignored, as the RFC asks. */
    static Optional<Duration> of(HttpServletRequest request) {
        for (String header : Collections.list(request.getHeaders("Prefer"))) {
            Matcher wait = WAIT.matcher(header);
            if (wait.find()) {
                int seconds = Math.min(LONGEST_SECONDS, Integer.parseInt(wait.group(1)));
                return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
            }
        }
        return Optional.empty();
    }
}
