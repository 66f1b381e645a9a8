package io.fairway.web;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A request is refused; the detail is for the caller and holds nothing it may not see. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String detail;
    private final transient OptionalInt retryAfterSeconds;
    private final transient Optional<UUID> first;

    private ProblemException(ProblemCode code, String detail, OptionalInt retryAfterSeconds, Optional<UUID> first) {
        super(detail);
        this.code = code;
        this.detail = detail;
        this.retryAfterSeconds = retryAfterSeconds;
        this.first = first;
    }

    /** @param detail one sentence: what was expected, what was found */
    static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, OptionalInt.empty(), Optional.empty());
    }

    /** Refused for now: try again after so many seconds. */
    static ProblemException later(ProblemCode code, String detail, int seconds) {
        return new ProblemException(code, detail, OptionalInt.of(seconds), Optional.empty());
    }

    /** Refused because {@code first}, the caller's own, has the key. */
    static ProblemException conflict(UUID first) {
        return new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT,
                "The key was used before for other content; nothing was kept.", OptionalInt.empty(), Optional.of(first));
    }

    /** The same words for what is not there and what is not the caller's. */
    static ProblemException notFound() {
        return of(ProblemCode.NOT_FOUND, "Nothing is known to you under this address.");
    }

    ProblemCode code() {
        return code;
    }

    String detail() {
        return detail;
    }

    OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Optional<UUID> first() {
        return first;
    }
}
