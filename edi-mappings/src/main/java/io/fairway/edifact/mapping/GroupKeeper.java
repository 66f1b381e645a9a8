package io.fairway.edifact.mapping;

import io.fairway.edifact.Segment;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps the groups of one message as they come. Groups of the message itself that the reading takes piecemeal (the consignments of
 * a manifest) are handed to it when they end and then let go; the rest stays until the message ends.
 */
final class GroupKeeper implements OpenMessage {
    private final MessageReading reading;
    private final KeptGroup root = new KeptGroup("UNH");
    private final Deque<KeptGroup> open = new ArrayDeque<>();

    GroupKeeper(MessageReading reading) {
        this.reading = reading;
        open.push(root);
    }

    @Override
    public void groupStarted(String trigger, int depth) {
        open.push(new KeptGroup(trigger));
    }

    @Override
    public void segment(Segment segment) {
        open.getFirst().add(KeptSegment.of(segment));
    }

    @Override
    public void groupEnded(String trigger, int depth) {
        KeptGroup ended = open.pop();
        if (open.size() == 1 && reading.takesPiecemeal(ended.trigger())) {
            reading.take(ended, root);
        } else {
            open.getFirst().add(ended);
        }
    }

    @Override
    public void end() {
        reading.end(root);
    }
}
