package io.fairway.clearance;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact as the case keeps it. Facts are never changed or dropped; what follows from them is derived anew each time.
 *
 * @param sequence order of arrival in the case, from 1
 * @param occurredAt the fact's own time, never later than {@code receivedAt}
 * @param receivedAt when the hub kept the message that said it
 * @param sender party id of who said it
 * @param interchange reference of the interchange; empty when it was not a message
 * @param message reference of the message in it
 * @param disposition in a stored row: what it came to when it arrived; in {@link CaseState#history()}: what it comes to now
 * @param reason why it is kept; empty when applied
 */
public record RecordedEvent(long sequence, ClearanceEvent event, Instant occurredAt, Instant receivedAt, String sender,
                            String interchange, String message, Disposition disposition, Optional<Reason> reason) {

    /** Whether a fact moved the case, or is kept and shown because it does not fit. */
    public enum Disposition {
        APPLIED, KEPT
    }

    RecordedEvent applied() {
        return new RecordedEvent(sequence, event, occurredAt, receivedAt, sender, interchange, message, Disposition.APPLIED,
                Optional.empty());
    }

    RecordedEvent kept(Reason why) {
        return new RecordedEvent(sequence, event, occurredAt, receivedAt, sender, interchange, message, Disposition.KEPT,
                Optional.of(why));
    }
}
