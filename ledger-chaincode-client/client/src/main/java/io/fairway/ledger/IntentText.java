package io.fairway.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks up members of an intent's JSON, which is flat and never escapes anything. */
final class IntentText {
    private final String json;

    IntentText(String json) {
        this.json = json;
    }

    Optional<String> member(String name) {
        return Optional.of(Pattern.compile("[{,]\"" + name + "\":\"([^\"]*)\"").matcher(json)).filter(Matcher::find).map(found -> found.group(1));
    }

    Optional<EventId> event() {
        return member("actor").flatMap(actor -> member("event").map(event -> new EventId(actor, event)));
    }

    String required(String name) {
        return member(name).orElseThrow(() -> new IllegalArgumentException("The intent names no " + name));
    }
}
