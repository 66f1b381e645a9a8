package io.fairway.edifact.mapping;

/** The reading of one message: hears its groups, hands documents to the {@link PartSink} it was opened with. */
interface MessageReading {

    /** Whether groups of the message itself with this trigger are handed over one by one instead of being kept. */
    default boolean takesPiecemeal(String trigger) {
        return false;
    }

    /** A group taken piecemeal has ended; {@code header} holds what came before it. */
    default void take(KeptGroup group, KeptGroup header) {
    }

    /** The message has ended. */
    void end(KeptGroup message);
}
