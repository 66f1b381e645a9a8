package io.fairway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every mapping of the server and holds the description to it, in both directions. */
class DescriptionTest extends WebTest {
    private static final Map<String, HandlerMethod> SERVED = served();

    @Test
    void namesExactlyWhatIsServed() {
        Set<String> described = new TreeSet<>();
        Contract.DOCUMENT.get("paths").properties().forEach(path -> Contract.names(path.getValue())
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).isEqualTo(SERVED.keySet());
    }

    @Test
    void namesExactlyTheParametersThatAreRead() {
        SERVED.forEach((operation, method) -> assertThat(describedParameters(operation)).as(operation).isEqualTo(readParameters(method)));
    }

    @Test
    void namesExactlyTheMembersThatAreAnswered() {
        SERVED.forEach((operation, method) -> answered(method.getMethod().getGenericReturnType()).ifPresent(type -> {
            JsonNode responses = operation(operation).get("responses");
            responses.properties().stream().filter(response -> response.getKey().startsWith("2"))
                    .forEach(response -> sameMembers(Contract.resolve(response.getValue()).at("/content/application~1json/schema"), type,
                            operation, new HashSet<>()));
        }));
    }

    @Test
    void namesTheRefusalsThatEveryOperationMakes() {
        SERVED.keySet().stream().filter(operation -> operation.contains("/api/")).forEach(operation ->
                assertThat(Contract.names(operation(operation).get("responses"))).as(operation).contains("401", "403", "405", "429", "500", "503"));
        assertThat(SERVED.keySet()).filteredOn(operation -> operation.contains("{"))
                .allSatisfy(operation -> assertThat(Contract.names(operation(operation).get("responses"))).contains("404"));
    }

    @Test
    void isServedToAnybody() {
        var answer = NOBODY.get("/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HttpCaller.json(answer)).isEqualTo(Contract.DOCUMENT);
    }

    private static void sameMembers(JsonNode given, Type type, String where, Set<Type> seen) {
        JsonNode schema = Contract.resolve(given);
        Type plain = unwrapped(type);
        if (plain instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
            assertThat(schema.path("type").asText()).as(where).isEqualTo("array");
            sameMembers(schema.get("items"), list.getActualTypeArguments()[0], where + "[]", seen);
        } else if (plain instanceof Class<?> record && record.isRecord() && seen.add(record)) {
            assertThat(schema.has("properties")).as(where + " " + record).isTrue();
            Map<String, Type> members = new TreeMap<>();
            Arrays.stream(record.getRecordComponents()).forEach(c -> members.put(c.getName(), c.getGenericType()));
            assertThat(Contract.names(schema.get("properties"))).as(where).isEqualTo(members.keySet());
            assertThat(required(schema)).as(where).isEqualTo(Arrays.stream(record.getRecordComponents())
                    .filter(c -> !isOptional(c)).map(RecordComponent::getName).collect(Collectors.toSet()));
            members.forEach((name, member) -> sameMembers(schema.get("properties").get(name), member, where + "." + name, seen));
        } else if (plain instanceof Class<?> words && words.isEnum()) {
            assertThat(StreamSupport.stream(schema.get("enum").spliterator(), false).map(JsonNode::asText)).as(where)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(words.getEnumConstants())
                            .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT)).toList());
        }
    }

    private static Set<String> required(JsonNode schema) {
        return StreamSupport.stream(schema.path("required").spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static boolean isOptional(RecordComponent component) {
        return Set.of(Optional.class, OptionalInt.class, OptionalLong.class).contains(component.getType());
    }

    private static Type unwrapped(Type type) {
        return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class ? optional.getActualTypeArguments()[0] : type;
    }

    /** What is answered as JSON: pages by their items. */
    private static Optional<Type> answered(Type type) {
        Type body = type instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class
                ? entity.getActualTypeArguments()[0] : type;
        return body == byte[].class || body instanceof ParameterizedType page && page.getRawType() == Page.class ? Optional.empty() : Optional.of(body);
    }

    private static Set<String> describedParameters(String operation) {
        Set<String> names = new TreeSet<>();
        operation(operation).path("parameters").forEach(given -> {
            JsonNode parameter = Contract.resolve(given);
            if (!parameter.get("in").asText().equals("header")) {
                names.add(parameter.get("name").asText());
            }
        });
        return names;
    }

    private static Set<String> readParameters(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(method.getMethodParameters()).forEach(parameter -> {
            Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class)).ifPresent(query -> names.add(query.name()));
            Optional.ofNullable(parameter.getParameterAnnotation(PathVariable.class)).ifPresent(path -> names.add(path.value()));
        });
        return names;
    }

    private static JsonNode operation(String operation) {
        List<String> parts = List.of(operation.split(" "));
        return Contract.DOCUMENT.get("paths").get(parts.get(1)).get(parts.get(0).toLowerCase(Locale.ROOT));
    }

    private static Map<String, HandlerMethod> served() {
        Map<String, HandlerMethod> served = new TreeMap<>();
        Map<RequestMappingInfo, HandlerMethod> mappings =
                HUB.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods();
        mappings.forEach((mapping, method) -> mapping.getMethodsCondition().getMethods().forEach(verb ->
                mapping.getPatternValues().stream().filter(path -> !path.contains("planted"))
                        .forEach(path -> served.put(verb + " " + path, method))));
        return served;
    }
}
