package io.fairway.identity;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.feed.FeedCursors;
import java.util.OptionalLong;

/** Places of a feed as authenticated text, bound to the party. */
public final class AuthenticatedCursors implements FeedCursors {
    private final AuthenticatedText text;

    public AuthenticatedCursors(AuthenticatedText text) {
        this.text = text;
    }

    @Override
    public String write(PartyId party, long place) {
        return text.write(purpose(party), Long.toString(place));
    }

    @Override
    public OptionalLong read(PartyId party, String cursor) {
        return text.read(purpose(party), cursor).map(place -> OptionalLong.of(Long.parseLong(place))).orElseGet(OptionalLong::empty);
    }

    private static String purpose(PartyId party) {
        return "feed\n" + party;
    }
}
