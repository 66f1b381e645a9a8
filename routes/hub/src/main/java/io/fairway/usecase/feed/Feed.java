package io.fairway.usecase.feed;

import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The feed of each party, in places that grow. All calls belong to the running transaction. */
public interface Feed {
    /** Before the first event. */
    long START = 0;

    /**
     * Carries committed events into the feeds of those who see them, as the hub. One writer at a time: a second one does nothing meanwhile.
     *
     * @return whether there may be more to carry
     */
    boolean advance(int most);

    /**
     * The events behind a place that the reader sees now, oldest first, as the reader.
     *
     * @param kinds only these kinds of events; empty for all
     */
    List<Placed> read(Caller reader, long after, Set<String> kinds, int most);

    /** The newest place of each party that has one behind {@code after}, as the hub. */
    Map<PartyId, Long> newest(long after);

    /** An event and its place. */
    record Placed(long place, FeedEvent event) {
    }
}
