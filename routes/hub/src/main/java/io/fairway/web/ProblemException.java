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
    public static ProblemException conflict(UUID first) {
        return new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT,
                "The key was used before for other content; nothing was kept.", OptionalInt.empty(), Optional.of(first));
    }

    /** The same words for what is not there and what is not the caller's. */
    public static ProblemException notFound() {
        return of(ProblemCode.NOT_FOUND, "Nothing is known to you under this address.");
    }

    /** An operation that is not open to the caller. */
    public static ProblemException forbidden() {
        return of(ProblemCode.FORBIDDEN, "This operation is not open to you.");
    }

    /** Content of a size that is not taken. */
    public static ProblemException contentSize(int found, int most) {
        return found == 0 ? of(ProblemCode.BODY_EMPTY, "Expected a document as the content of the request.")
                : of(ProblemCode.BODY_TOO_LARGE, "Expected at most " + most + " bytes; nothing was kept.");
    }

    /** Too much is waiting, or the database is away: nothing was kept, try again after so many seconds. */
    public static ProblemException overloaded(int seconds) {
        return later(ProblemCode.OVERLOADED, "Nothing was kept; try again later.", seconds);
    }

    /** A request that cannot be understood. */
    public static ProblemException malformed(String expected) {
        return of(ProblemCode.REQUEST_MALFORMED, expected);
    }

    /** A cursor that was made for another query, or by nobody. */
    public static ProblemException cursor() {
        return of(ProblemCode.CURSOR_INVALID, "Expected the cursor of the page before, with the same filters.");
    }

    /** What a client branches on. */
    public ProblemCode code() {
        return code;
    }

    /** For the person who reads the client's log. */
    public String detail() {
        return detail;
    }

    /** When to try again; empty when that would not help. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The transmission that has the key, at a conflict. */
    public Optional<UUID> first() {
        return first;
    }
}
