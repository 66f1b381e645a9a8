package io.fairway.flow;

import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.DueOutbound;
import io.fairway.usecase.RecordFailure;
import io.fairway.usecase.Translation;
import io.fairway.usecase.TransmissionId;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;

/** Counts a failed step at the row it was working on. */
public final class FailedStep {
    private final RecordFailure recordFailure;

    public FailedStep(RecordFailure recordFailure) {
        this.recordFailure = recordFailure;
    }

    /** A step that was working on none of these has nothing to count at. */
    public void record(@Body Object subject, @ExchangeException Throwable cause) {
        switch (subject) {
            case TransmissionId transmission -> recordFailure.ofReading(transmission, cause);
            case ConsignmentId consignment -> recordFailure.ofApplying(consignment, cause);
            case DueOutbound due -> recordFailure.ofDelivery(due, cause);
            case Translation.Ready ready -> recordFailure.ofDelivery(ready.due(), cause);
            default -> { }
        }
    }
}
