package io.fairway.usecase.replay;

import io.fairway.usecase.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A step as it was recorded.
 *
 * @param position its place in the order of steps
 * @param identifiers that it took, in their order
 */
public record RecordedStep(long position, Step.About about, Instant at, List<UUID> identifiers) {
    public RecordedStep {
        identifiers = List.copyOf(identifiers);
    }
}
