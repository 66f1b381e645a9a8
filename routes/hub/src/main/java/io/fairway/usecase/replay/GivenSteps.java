package io.fairway.usecase.replay;

import io.fairway.usecase.Step;
import io.fairway.usecase.StepLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives each step what the recorded one took; for the one thread that replays. */
public final class GivenSteps implements StepLog {
    private Optional<RecordedStep> next = Optional.empty();
    private Instant last = Instant.EPOCH;

    void next(RecordedStep step) {
        next = Optional.of(step);
        last = step.at();
    }

    /** A step that was not recorded has the time of the last one that was. */
    @Override
    public Step begin() {
        Step step = Step.again(last, next.map(RecordedStep::identifiers).orElse(List.of()));
        next = Optional.empty();
        return step;
    }

    @Override
    public void keep(Step step) {
        // it is recorded where it was done first
    }
}
