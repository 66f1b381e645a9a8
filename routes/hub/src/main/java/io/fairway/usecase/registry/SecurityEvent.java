package io.fairway.usecase.registry;

import java.time.Instant;

/**
 * Something that was tried against the rules.
 *
 * @param party empty while nobody was authenticated
 * @param person empty for a system, or while nobody was authenticated
 * @param path without its query
 * @param status what was answered
 * @param detail without secrets and contents
 */
public record SecurityEvent(Instant at, Kind kind, String party, String person, String method, String path, int status, String detail,
                            String trace) {

    /** What was tried. */
    public enum Kind {
        /** A token that was not accepted, or a wrong secret. */
        TOKEN_REFUSED,
        /** An operation that is not open to the caller's role, or an act that is not the caller's. */
        ACT_REFUSED,
        /** An address with an id under which the caller knows nothing: somebody else's, or nobody's. */
        FOREIGN_OBJECT,
        /** A party that is suspended, past its last day, or not approved tried to act. */
        STANDING_REFUSED,
        /** More than a party's share. */
        SHARE_EXCEEDED
    }
}
