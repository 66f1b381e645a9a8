package io.fairway.ledger.conformance;

import io.fairway.ledger.BlockFollower;
import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.RecordedBlock;
import io.fairway.ledger.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was given; a block it has taken is ignored, as the hub's follower ignores it. */
final class FollowerInMemory implements BlockFollower {
    private final List<Long> blocks = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private Checkpoint checkpoint = Checkpoint.start();

    @Override
    public synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public synchronized void take(RecordedBlock block) {
        if (block.number() >= checkpoint.nextBlock()) {
            blocks.add(block.number());
            payloads.addAll(block.events().stream().map(RecordedEvent::payload).toList());
            checkpoint = block.after();
        }
    }

    synchronized List<Long> blocks() {
        return List.copyOf(blocks);
    }

    synchronized List<String> payloads() {
        return List.copyOf(payloads);
    }
}
