package io.fairway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds every answer of the hub to the description it serves: status, media type, members, none more and none less. */
final class Contract {
    static final JsonNode DOCUMENT = read();

    private Contract() {
    }

    /** Checks an answer under {@code /api}, whatever test asked for it. */
    static void check(HttpResponse<byte[]> answer) {
        String path = answer.request().uri().getRawPath();
        described(path).map(template -> DOCUMENT.at("/paths").get(template).get(answer.request().method().toLowerCase(java.util.Locale.ROOT)))
                .ifPresent(operation -> {
                    JsonNode response = operation.at("/responses").get(Integer.toString(answer.statusCode()));
                    assertThat(response).as("status %d of %s %s", answer.statusCode(), answer.request().method(), path).isNotNull();
                    if (answer.statusCode() != 204) {
                        checkContent(answer, resolve(response).path("content"));
                    }
                });
    }

    private static void checkContent(HttpResponse<byte[]> answer, JsonNode content) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        assertThat(content.fieldNames()).toIterable().as(answer.toString()).contains(type);
        if (type.endsWith("json")) {
            conforms(HttpCaller.json(answer), content.get(type).get("schema"), answer.request().uri().getPath());
        }
    }

    private static Optional<String> described(String path) {
        return DOCUMENT.at("/paths").properties().stream().map(Map.Entry::getKey)
                .filter(template -> Pattern.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"), path))
                .min((a, b) -> Integer.compare(a.indexOf('{') + 1, b.indexOf('{') + 1));
    }

    static void conforms(JsonNode value, JsonNode given, String where) {
        JsonNode schema = resolve(given);
        switch (schema.path("type").asText()) {
            case "object" -> object(value, schema, where);
            case "array" -> {
                assertThat(value.isArray()).as(where).isTrue();
                value.forEach(item -> conforms(item, schema.get("items"), where + "[]"));
            }
            case "string" -> {
                assertThat(value.isTextual()).as(where + " " + value).isTrue();
                if (schema.has("enum")) {
                    assertThat(schema.get("enum")).as(where).contains(value);
                }
            }
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            default -> throw new AssertionError("No type in the schema of " + where);
        }
    }

    private static void object(JsonNode value, JsonNode schema, String where) {
        assertThat(value.isObject()).as(where + " " + value).isTrue();
        if (!schema.has("properties")) {
            value.forEach(member -> Optional.ofNullable(schema.get("additionalProperties"))
                    .ifPresent(members -> conforms(member, members, where + ".*")));
            return;
        }
        Set<String> members = names(value);
        assertThat(names(schema.get("properties"))).as(where).containsAll(members);
        schema.path("required").forEach(required -> assertThat(members).as(where).contains(required.asText()));
        value.properties().forEach(member -> conforms(member.getValue(), schema.get("properties").get(member.getKey()),
                where + "." + member.getKey()));
    }

    static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode read() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        try (InputStream in = DescriptionController.class.getResourceAsStream("openapi.yaml")) {
            return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(options)).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
