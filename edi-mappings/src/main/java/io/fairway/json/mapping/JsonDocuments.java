package io.fairway.json.mapping;

import io.fairway.document.DocumentReader;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.json.JsonElement;
import io.fairway.json.JsonElement.JsonObject;
import io.fairway.json.JsonFaultException;
import io.fairway.json.JsonLimits;
import io.fairway.json.JsonReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads documents in JSON: Fairway's own form, recognised by its member {@code fairway}, and the transport document of DCSA, recognised
 * by its reference and type. A transmission holds one JSON object, which
 * is one interchange.
 */
public final class JsonDocuments implements DocumentReader {
    private static final List<JsonForm> FORMS = List.of(new OwnForm(), new DcsaForm());

    private final JsonLimits limits;

    public JsonDocuments() {
        this(JsonLimits.DEFAULT);
    }

    public JsonDocuments(JsonLimits limits) {
        this.limits = limits;
    }

    /** True when the first character that is neither a byte order mark nor blank is an opening brace. */
    @Override
    public boolean recognises(byte[] head) {
        for (byte b : head) {
            switch (b & 0xFF) {
                case '{' -> {
                    return true;
                }
                case 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, ' ', '\t', '\r', '\n' -> { }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void read(InputStream input, ReadingProfile profile, ReadingHandler handler) throws IOException {
        var session = new JsonSession(profile, handler);
        try {
            JsonElement whole = new JsonReading(limits).read(input);
            Optional<JsonObject> object = whole instanceof JsonObject there ? Optional.of(there) : Optional.empty();
            Optional<JsonForm> form = object.flatMap(there -> FORMS.stream().filter(known -> known.isFormOf(there)).findFirst());
            if (form.isEmpty()) {
                session.finding(JsonContentRule.UNKNOWN_JSON_DOCUMENT.at(whole.place(), "",
                        "an object in Fairway's form (member fairway) or a DCSA transport document"));
            } else {
                form.get().read(object.orElseThrow(), session);
            }
        } catch (JsonFaultException e) {
            session.finding(e.finding());
        }
    }
}
