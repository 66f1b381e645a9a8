package io.fairway.edifact.mapping;

import io.fairway.edifact.Segment;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps the groups of one message as they come. Groups of the message itself that the reading takes piecemeal (the consignments of
 * a manifest) are handed to it when they end and then let go; the rest stays until the message ends. What is kept at a time is
 * limited: beyond the limit the message is refused, and the rest of it is passed over.
 */
final class GroupKeeper implements OpenMessage {
    /** Enough for a discharge report of 9999 containers; about 100 bytes of memory each. */
    private static final int MOST_COMPONENTS = 400_000;

    private final MessageReading reading;
    private final FieldReader fields;
    private final KeptGroup root = new KeptGroup("UNH");
    private final Deque<KeptGroup> open = new ArrayDeque<>();

    private int components;
    private boolean full;

    GroupKeeper(MessageReading reading, FieldReader fields) {
        this.reading = reading;
        this.fields = fields;
        open.push(root);
    }

    @Override
    public void groupStarted(String trigger, int depth) {
        open.push(new KeptGroup(trigger));
    }

    @Override
    public void segment(Segment segment) {
        if (full) {
            return;
        }
        KeptSegment kept = KeptSegment.of(segment);
        components += kept.size() + 1;
        open.getFirst().add(kept);
        if (components > MOST_COMPONENTS) {
            full = true;
            fields.tooLarge(kept.place(), MOST_COMPONENTS + " segments and values to be kept at a time");
        }
    }

    @Override
    public void groupEnded(String trigger, int depth) {
        KeptGroup ended = open.pop();
        if (open.size() == 1 && reading.takesPiecemeal(ended.trigger())) {
            components -= ended.size();
            if (!full) {
                reading.take(ended, root);
            }
        } else if (!full) {
            open.getFirst().add(ended);
        }
    }

    @Override
    public void end() {
        if (!full) {
            reading.end(root);
        }
    }
}
