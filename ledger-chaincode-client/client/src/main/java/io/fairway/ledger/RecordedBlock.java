package io.fairway.ledger;

import java.util.List;

/**
 * One block, read and checked.
 *
 * @param number of the block
 * @param events what happened in it, in order; often nothing of ours
 * @param after where reading goes on; store it with what was made of the events
 */
public record RecordedBlock(long number, List<RecordedEvent> events, Checkpoint after) {
    public RecordedBlock {
        events = List.copyOf(events);
    }
}
