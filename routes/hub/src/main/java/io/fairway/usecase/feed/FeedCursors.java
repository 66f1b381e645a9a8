package io.fairway.usecase.feed;

import io.fairway.usecase.PartyId;
import java.util.OptionalLong;

/** Places of a party's feed as text that goes out and comes back unchanged, for this party only. */
public interface FeedCursors {

    /** The same text for the same place. */
    String write(PartyId party, long place);

    /** The place; empty when the text was never given to this party. */
    OptionalLong read(PartyId party, String cursor);
}
