package io.fairway.ledger;

/**
 * Names one event for ever: whoever records it again gets the first outcome. The contract keeps it as a key.
 *
 * @param actor the party whose act it is, as in the intent; or {@code @} and an organisation's MSP id
 * @param event the actor's own id of the event: 8 to 64 letters, digits and hyphens
 */
public record EventId(String actor, String event) {
    public EventId {
        if (!actor.matches("@?[A-Za-z][A-Za-z0-9.-]{0,63}")) {
            throw new IllegalArgumentException("Not the actor of an event: " + actor);
        }
        if (!event.matches("[A-Za-z0-9-]{8,64}")) {
            throw new IllegalArgumentException("Not the id of an event: " + event);
        }
    }

    /** {@code actor/event}. */
    public String text() {
        return actor + "/" + event;
    }

    /** Reads {@link #text}. */
    public static EventId of(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("An event is written actor/event, found " + text);
        }
        return new EventId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return text();
    }
}
