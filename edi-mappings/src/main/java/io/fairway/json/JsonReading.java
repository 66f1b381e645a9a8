package io.fairway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.fairway.document.finding.Place;
import io.fairway.json.JsonElement.JsonArray;
import io.fairway.json.JsonElement.JsonObject;
import io.fairway.json.JsonElement.JsonScalar;
import io.fairway.json.JsonElement.JsonScalar.Kind;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value (RFC 8259) with the place of every part. No comments, no trailing commas, no NaN; a member that stands twice
 * refuses the whole, because receivers differ in which one they take. Not thread-safe; make one per input.
 */
public final class JsonReading {
    private final JsonLimits limits;
    private int values;

    public JsonReading(JsonLimits limits) {
        this.limits = limits;
    }

    /**
     * The value that is the whole input.
     *
     * @throws JsonFaultException when the input is not JSON within the limits
     * @throws IOException only when {@code input} throws it
     */
    public JsonElement read(InputStream input) throws IOException, JsonFaultException {
        byte[] bytes = input.readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
            throw JsonFault.JSON_LIMIT.at(Place.NOWHERE, "more than " + limits.bytes() + " bytes");
        }
        try (JsonParser parser = factory().createParser(bytes)) {
            return whole(parser);
        }
    }

    private JsonElement whole(JsonParser parser) throws IOException, JsonFaultException {
        try {
            parser.nextToken();
            JsonElement element = value(parser, "");
            if (parser.nextToken() != null) {
                throw JsonFault.JSON_TRAILING.at(place(parser.currentTokenLocation(), ""), parser.getText());
            }
            return element;
        } catch (StreamConstraintsException e) {
            throw JsonFault.JSON_LIMIT.at(place(parser.currentLocation(), ""), "");
        } catch (CharConversionException e) {
            throw JsonFault.JSON_NOT_WELL_FORMED.at(place(parser.currentLocation(), ""), "");
        } catch (JsonParseException e) {
            JsonFault fault = e.getOriginalMessage().startsWith("Duplicate field") ? JsonFault.JSON_MEMBER_DOUBLED
                    : JsonFault.JSON_NOT_WELL_FORMED;
            throw fault.at(place(at(e, parser), ""), fault == JsonFault.JSON_MEMBER_DOUBLED ? parser.currentName() : "");
        }
    }

    private static JsonLocation at(JsonProcessingException e, JsonParser parser) {
        JsonLocation location = e.getLocation();
        return location == null ? parser.currentLocation() : location;
    }

    private JsonFactory factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textCharacters()).maxNumberLength(40).maxNameLength(200).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    private JsonElement value(JsonParser parser, String pointer) throws IOException, JsonFaultException {
        JsonToken token = parser.currentToken();
        Place place = place(parser.currentTokenLocation(), pointer);
        if (token == null) {
            throw JsonFault.JSON_NOT_WELL_FORMED.at(place, "");
        }
        if (++values > limits.members()) {
            throw JsonFault.JSON_LIMIT.at(place, "more than " + limits.members() + " values");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, pointer, place);
            case START_ARRAY -> array(parser, pointer, place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonScalar(Kind.NUMBER, parser.getText(), place);
            case VALUE_TRUE, VALUE_FALSE -> new JsonScalar(Kind.BOOLEAN, parser.getText(), place);
            case VALUE_STRING -> new JsonScalar(Kind.STRING, parser.getText(), place);
            case VALUE_NULL, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw JsonFault.JSON_NOT_WELL_FORMED.at(place, parser.getText());
        };
    }

    private JsonObject object(JsonParser parser, String pointer, Place place) throws IOException, JsonFaultException {
        Map<String, JsonElement> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                members.put(name, value(parser, pointer + "/" + name.replace("~", "~0").replace("/", "~1")));
            }
        }
        return new JsonObject(members, place);
    }

    private JsonArray array(JsonParser parser, String pointer, Place place) throws IOException, JsonFaultException {
        List<JsonElement> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, pointer + "/" + elements.size()));
        }
        return new JsonArray(elements, place);
    }

    private static Place place(JsonLocation location, String pointer) {
        return new Place("", pointer, 0, 0, 0, location.getByteOffset(), location.getLineNr(), location.getColumnNr());
    }
}
