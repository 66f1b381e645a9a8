package io.fairway.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads small JSON contents into records; what a record does not name is refused, and so is what it needs and does not get. */
public final class JsonBodies {
    private static final int MOST_BYTES = 64_000;

    private final BodyReader bodies;
    private final JsonMapper json = JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    public JsonBodies(BodyReader bodies) {
        this.bodies = bodies;
    }

    /** @throws ProblemException when the content is not JSON of this form */
    <T extends Record> T read(HttpServletRequest request, Class<T> type) throws IOException {
        return bodies.with(request, MOST_BYTES, bytes -> parsed(bytes, type));
    }

    /** A JSON object as it came, in one spelling; a name may stand in it once. */
    String object(HttpServletRequest request) throws IOException {
        return bodies.with(request, MOST_BYTES, bytes -> {
            try {
                JsonNode read = json.reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).readTree(bytes);
                if (read instanceof ObjectNode object) {
                    return object.toString();
                }
            } catch (JacksonException notJson) {
                throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected a JSON object.");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("Reading from memory failed", e);
            }
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected a JSON object.");
        });
    }

    private <T extends Record> T parsed(byte[] bytes, Class<T> type) {
        try {
            T body = json.readValue(bytes, type);
            if (body != null) {
                return body;
            }
        } catch (JacksonException notOfThisForm) {
            throw refused(type);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Reading from memory failed", e);
        }
        throw refused(type);
    }

    private static ProblemException refused(Class<? extends Record> type) {
        return ProblemException.of(ProblemCode.BODY_INVALID, "Expected a JSON object with " + Arrays.stream(type.getRecordComponents())
                .map(member -> member.getName()).collect(Collectors.joining(", ")) + ".");
    }

    /** A member that has to be there. */
    static <T> T required(Optional<T> value, String member) {
        return value.orElseThrow(() -> ProblemException.of(ProblemCode.BODY_INVALID, "Expected the member " + member + "."));
    }

    /** A text that has to be there, of 1 to {@code most} characters. */
    static String text(Optional<String> value, String member, int most) {
        String text = required(value, member);
        if (text.isBlank() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected " + member + " with 1 to " + most + " characters.");
        }
        return text;
    }
}
