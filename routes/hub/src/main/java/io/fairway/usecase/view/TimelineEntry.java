package io.fairway.usecase.view;

import io.fairway.clearance.RecordedEvent.Disposition;
import io.fairway.document.finding.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing said about a consignment, in the order the hub learnt it.
 *
 * @param occurredAt its own time
 * @param receivedAt when the hub kept what said it
 * @param source party id of who said it
 * @param event its kind, for example {@code ManifestLodged}
 * @param interchange reference of the interchange it came in; absent when it came otherwise
 * @param disposition what it came to when it arrived
 * @param reason why it was only kept
 * @param stands what it comes to now, with what was learnt since
 * @param standsReason why it is only kept now
 */
public record TimelineEntry(long sequence, Instant occurredAt, Instant receivedAt, String source, String event, Text text,
                            Optional<String> interchange, Optional<String> message, Disposition disposition,
                            Optional<ReasonView> reason, Disposition stands, Optional<ReasonView> standsReason) {
}
