package io.fairway.usecase.feed;

/** Writes an event as a subscriber gets it. */
@FunctionalInterface
public interface NoticeBodies {

    /** JSON in UTF-8, with the members of the event as the API gives them. */
    byte[] of(FeedEvent event);
}
