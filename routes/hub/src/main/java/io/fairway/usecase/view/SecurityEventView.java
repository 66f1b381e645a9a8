package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was tried against the rules.
 *
 * @param kind for example {@code FOREIGN_OBJECT}
 * @param party absent while nobody was authenticated
 * @param repeated how often the same was tried within the second
 */
public record SecurityEventView(long position, Instant at, String kind, Optional<String> party, Optional<String> person, String method,
                                String path, int status, String detail, String trace, int repeated) {
}
