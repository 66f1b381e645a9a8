package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is waiting in the hub.
 *
 * @param transmissions amount by state
 * @param facts amount by state
 * @param outbound amount by state
 * @param oldestTransmission when the oldest unread one was received
 * @param oldestFact when the oldest waiting one was received
 * @param oldestOutbound when the oldest undelivered one was made
 */
public record BacklogView(Map<String, Long> transmissions, Map<String, Long> facts, Map<String, Long> outbound,
                          Optional<Instant> oldestTransmission, Optional<Instant> oldestFact, Optional<Instant> oldestOutbound) {
    public BacklogView {
        transmissions = Map.copyOf(transmissions);
        facts = Map.copyOf(facts);
        outbound = Map.copyOf(outbound);
    }
}
