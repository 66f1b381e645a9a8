package io.fairway.store;

import io.fairway.usecase.NewInterchange;
import java.util.Map;

/** The columns that an interchange has from its first moment on. */
record InterchangeColumns(NewInterchange interchange) {

    Map<String, Object> values() {
        var envelope = interchange.envelope();
        return Map.ofEntries(
                Map.entry("id", interchange.id().value()),
                Map.entry("transmission", interchange.transmission().value()),
                Map.entry("sender", interchange.sender().value()),
                Map.entry("environment", envelope.environment().name()),
                Map.entry("reference", envelope.reference()),
                Map.entry("syntax", envelope.syntax().name()),
                Map.entry("envelopeSender", envelope.sender()),
                Map.entry("envelopeRecipient", envelope.recipient()),
                Map.entry("offset", envelope.offset()),
                Map.entry("receivedAt", Columns.time(interchange.receivedAt())),
                Map.entry("trace", interchange.trace()));
    }
}
