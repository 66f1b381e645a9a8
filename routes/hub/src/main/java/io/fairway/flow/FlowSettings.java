package io.fairway.flow;

import java.time.Duration;

/**
 * Endpoints and limits of the flows.
 *
 * @param transmissions endpoint of wake-ups for reading
 * @param facts endpoint of wake-ups for applying, grouped by consignment
 * @param outbound endpoint of wake-ups for delivery
 * @param sweepEvery pause between two sweeps
 */
public record FlowSettings(String transmissions, String facts, String outbound, Duration sweepEvery) {
}
