package io.fairway.usecase.feed;

import io.fairway.usecase.feed.Subscriptions.Destination;
import java.time.Instant;

/** Hands a notice to a subscriber. */
public interface Webhooks {

    /** Sends once and waits for the answer, within its time limit. Never throws for what the subscriber does. */
    Answer send(Destination destination, Notice notice, Instant at);

    /** What came of it. */
    sealed interface Answer {

        /** Answered with a status from 200 to 299. */
        record Taken() implements Answer {
        }

        /** @param cause what happened instead, in words that the subscriber may read */
        record NotTaken(String cause) implements Answer {
        }
    }
}
