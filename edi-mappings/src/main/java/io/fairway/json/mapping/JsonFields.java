package io.fairway.json.mapping;

import io.fairway.document.Lineage;
import io.fairway.document.LineageCollector;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.ValueRule;
import io.fairway.document.id.RefusedValueException;
import io.fairway.json.JsonElement;
import io.fairway.json.JsonElement.JsonArray;
import io.fairway.json.JsonElement.JsonObject;
import io.fairway.json.JsonElement.JsonScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the values of one JSON object into members of a document, as the reader of XML fields does: every value taken is remembered
 * with its place, every refused or missing one becomes a finding, what nobody took is the loss report. Source paths are member names
 * joined by {@code /}.
 */
final class JsonFields {
    private final Shared shared;
    private final JsonObject object;
    private final String path;

    private record Shared(JsonObject root, Consumer<Finding> findings, LineageCollector lineage, Set<Object> used, AtomicInteger gaps) {
    }

    private JsonFields(Shared shared, JsonObject object, String path) {
        this.shared = shared;
        this.object = object;
        this.path = path;
    }

    static JsonFields of(JsonObject root, Consumer<Finding> findings) {
        return new JsonFields(new Shared(root, findings, new LineageCollector(), Collections.newSetFromMap(new IdentityHashMap<>()),
                new AtomicInteger()), root, "");
    }

    Optional<JsonFields> child(String sourcePath, String member) {
        return elementAt(sourcePath).filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                .map(child -> new JsonFields(shared, child, joined(member)));
    }

    /** The objects of an array, as members {@code member[0]}, {@code member[1]}… */
    List<JsonFields> children(String sourcePath, String member) {
        List<JsonFields> children = new ArrayList<>();
        for (JsonElement element : elements(sourcePath)) {
            if (element instanceof JsonObject child) {
                children.add(new JsonFields(shared, child, joined(member + "[" + children.size() + "]")));
            }
        }
        return children;
    }

    /** The texts of an array. */
    List<String> texts(String member, String sourcePath) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : elements(sourcePath)) {
            if (element instanceof JsonScalar scalar) {
                wrapped(member + "[" + texts.size() + "]", scalar, Function.<String>identity()).ifPresent(texts::add);
            }
        }
        return texts;
    }

    String text(String member, String sourcePath) {
        return value(member, sourcePath, Function.identity()).orElse("");
    }

    <T> Optional<T> value(String member, String sourcePath, Function<String, T> wrap) {
        return scalarAt(sourcePath).flatMap(scalar -> wrapped(member, scalar, wrap));
    }

    <T> Optional<T> required(String member, String sourcePath, Function<String, T> wrap) {
        Optional<JsonScalar> scalar = scalarAt(sourcePath);
        if (scalar.isEmpty()) {
            missing(sourcePath, member);
            return Optional.empty();
        }
        Optional<T> value = wrapped(member, scalar.get(), wrap);
        if (value.isEmpty()) {
            shared.gaps.incrementAndGet();
        }
        return value;
    }

    /** The texts of an array, wrapped; refused ones are left out. */
    <T> List<T> values(String member, String sourcePath, Function<String, T> wrap) {
        List<T> values = new ArrayList<>();
        for (JsonElement element : elements(sourcePath)) {
            if (element instanceof JsonScalar scalar) {
                wrapped(member, scalar, wrap).ifPresent(values::add);
            }
        }
        return values;
    }

    /** The {@code value} of a measure, when its {@code unit} is the one wanted. */
    Optional<BigDecimal> measured(String sourcePath, String unit, String member) {
        return child(sourcePath, "").filter(measure -> measure.scalarAt("unit").map(JsonScalar::text).filter(unit::equals).isPresent())
                .flatMap(measure -> {
                    measure.marker("unit");
                    return value(member, sourcePath + "/value", DcsaShipmentReading::decimal);
                });
    }

    /** A value that steers the reading and is no member of the document; empty when absent. */
    String marker(String sourcePath) {
        Optional<JsonScalar> scalar = scalarAt(sourcePath);
        scalar.ifPresent(shared.used::add);
        return scalar.map(JsonScalar::text).orElse("");
    }

    void missing(String sourcePath, String member) {
        shared.gaps.incrementAndGet();
        Place here = object.place();
        shared.findings.accept(JsonContentRule.VALUE_MISSING.at(new Place("", here.segment() + "/" + sourcePath, 0, 0, 0, here.offset(),
                here.line(), here.column()), "", "a value for " + joined(member)));
    }

    boolean isComplete() {
        return shared.gaps.get() == 0;
    }

    Lineage lineage() {
        var whole = new LineageCollector();
        whole.include(shared.lineage.lineage());
        collectUnused(shared.root, whole);
        return whole.lineage();
    }

    private void collectUnused(JsonElement element, LineageCollector into) {
        switch (element) {
            case JsonScalar scalar -> {
                if (!shared.used.contains(scalar)) {
                    into.unused(scalar.place(), scalar.text());
                }
            }
            case JsonArray array -> array.elements().forEach(inner -> collectUnused(inner, into));
            case JsonObject inner -> inner.members().values().forEach(member -> collectUnused(member, into));
        }
    }

    private <T> Optional<T> wrapped(String member, JsonScalar scalar, Function<String, T> wrap) {
        shared.used.add(scalar);
        try {
            T value = wrap.apply(scalar.text());
            shared.lineage.origin(joined(member), scalar.place());
            return Optional.of(value);
        } catch (RefusedValueException e) {
            shared.findings.accept(ValueRule.of(e.code()).finding(scalar.place(), scalar.text(), e.expected(), e.proposal()));
            return Optional.empty();
        }
    }

    private List<JsonElement> elements(String sourcePath) {
        return elementAt(sourcePath).filter(JsonArray.class::isInstance).map(JsonArray.class::cast).map(JsonArray::elements).orElse(List.of());
    }

    private Optional<JsonScalar> scalarAt(String sourcePath) {
        return elementAt(sourcePath).filter(JsonScalar.class::isInstance).map(JsonScalar.class::cast).filter(scalar -> !scalar.text().isEmpty());
    }

    private Optional<JsonElement> elementAt(String sourcePath) {
        Optional<JsonElement> found = Optional.of(object);
        for (String step : sourcePath.split("/")) {
            found = found.filter(JsonObject.class::isInstance).map(JsonObject.class::cast).flatMap(parent -> parent.member(step));
        }
        return found;
    }

    private String joined(String member) {
        return path.isEmpty() || member.isEmpty() ? path + member : path + "." + member;
    }
}
