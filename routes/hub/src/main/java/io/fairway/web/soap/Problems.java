package io.fairway.web.soap;

import io.fairway.web.ProblemException;

/** What REST tells as problems, told as faults. */
final class Problems {
    private Problems() {
    }

    /** @param place the part of the call that is refused */
    static SoapRefusedException asFault(ProblemException refused, String place) {
        return refused.retryAfterSeconds().isPresent()
                ? SoapRefusedException.receiver(refused.code().name(), refused.detail(), refused.retryAfterSeconds())
                : SoapRefusedException.sender(refused.code().name(), place, refused.detail(), refused.first());
    }
}
