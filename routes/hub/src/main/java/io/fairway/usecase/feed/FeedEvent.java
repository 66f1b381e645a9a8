package io.fairway.usecase.feed;

import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.view.TimelineEntry;
import java.util.UUID;

/**
 * One event of a case as a party hears of it.
 *
 * @param id the same whenever and however the event is told, for recognising repeats
 * @param cursor the place behind this event, to go on from
 * @param carrier party id of the consignment's carrier
 * @param entry what happened, as the timeline tells it
 */
public record FeedEvent(String id, String cursor, UUID consignment, String carrier, String bill, Environment environment,
                        TimelineEntry entry) {
}
