package io.fairway.flow;

import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.RecordFailure;
import io.fairway.usecase.TransmissionId;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;

/** Counts a failed step at the row it was working on. */
public final class FailedStep {
    private final RecordFailure recordFailure;

    public FailedStep(RecordFailure recordFailure) {
        this.recordFailure = recordFailure;
    }

    /** Rows of other kinds keep their own count of attempts. */
    public void record(@Body Object subject, @ExchangeException Throwable cause) {
        if (subject instanceof TransmissionId transmission) {
            recordFailure.ofReading(transmission, cause);
        } else if (subject instanceof ConsignmentId consignment) {
            recordFailure.ofApplying(consignment, cause);
        }
    }
}
