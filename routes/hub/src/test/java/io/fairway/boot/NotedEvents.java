package io.fairway.boot;

import io.fairway.usecase.registry.SecurityEvent;
import io.fairway.usecase.registry.SecurityJournal;
import java.util.List;

/** What was noted, in memory. */
public record NotedEvents(List<SecurityEvent> events) implements SecurityJournal {

    @Override
    public void note(SecurityEvent event) {
        events.add(event);
    }
}
