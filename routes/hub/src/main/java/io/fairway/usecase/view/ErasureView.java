package io.fairway.usecase.view;

import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import java.time.Instant;
import java.util.UUID;

/**
 * That something was erased.
 *
 * @param sort by which its period was found
 * @param by who asked and who agreed, or the period
 */
public record ErasureView(UUID id, Erasable kind, UUID subject, String party, String sort, Erasure.Cause cause, String by, String reason, Instant at) {

    public static ErasureView of(Erasure erasure) {
        return new ErasureView(erasure.id(), erasure.kind(), erasure.subject(), erasure.party().value(), erasure.sort(), erasure.cause(),
                erasure.by(), erasure.reason(), erasure.at());
    }
}
