package io.fairway.json;

import io.fairway.document.finding.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a JSON input; its place has the JSON pointer (RFC 6901) where XML has the path of the element. */
public sealed interface JsonElement {

    Place place();

    /** @param members in input order; a member whose value is {@code null} counts as absent and is not here */
    record JsonObject(Map<String, JsonElement> members, Place place) implements JsonElement {
        public JsonObject {
            members = new LinkedHashMap<>(members);
        }

        public Optional<JsonElement> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** The text of a member that is a scalar; empty otherwise. */
        public String text(String name) {
            return members.get(name) instanceof JsonScalar scalar ? scalar.text() : "";
        }
    }

    /** Values in a row. */
    record JsonArray(List<JsonElement> elements, Place place) implements JsonElement {
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /** @param text a string's characters, a number as it stands, {@code true} or {@code false} */
    record JsonScalar(Kind kind, String text, Place place) implements JsonElement {

        /** What kind of scalar stands there. */
        public enum Kind {
            STRING, NUMBER, BOOLEAN
        }
    }
}
