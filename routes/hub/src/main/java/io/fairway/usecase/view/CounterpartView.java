package io.fairway.usecase.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A counterpart as it is configured, and how telling it goes at the node that answers.
 *
 * @param environment {@code live} or {@code test}
 * @param channel {@code http}, {@code as2}, {@code soap}, {@code amqp}, or {@code none} when it fetches what it is told
 * @param address where it is told things; empty when it fetches
 * @param dialects dialect per document it is told
 * @param signingKeys how many enrolled keys of it count now for what it signs
 * @param failures attempts in a row without proof
 * @param restsUntil when it is asked again; empty while it is not resting
 * @param schedule when it is told things; empty for always
 * @param quiet when it is not told things
 * @param opensAt when it is told things again; empty while it is
 */
public record CounterpartView(String party, String name, String environment, List<String> roles, String channel, Optional<String> address,
                              Map<String, String> dialects, int signingKeys, int failures, Optional<Instant> restsUntil, List<String> schedule,
                              List<String> quiet, Optional<Instant> opensAt) {
    public CounterpartView {
        roles = List.copyOf(roles);
        schedule = List.copyOf(schedule);
        quiet = List.copyOf(quiet);
        dialects = new TreeMap<>(dialects);
    }
}
