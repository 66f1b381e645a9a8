package io.fairway.json.mapping;

import io.fairway.document.LineageCollector;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.ValueRule;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.shape.Shape;
import io.fairway.document.shape.Shape.Group;
import io.fairway.document.shape.Shape.Identifier;
import io.fairway.document.shape.Shape.Member;
import io.fairway.document.shape.Shape.OneOf;
import io.fairway.json.JsonElement;
import io.fairway.json.JsonElement.JsonArray;
import io.fairway.json.JsonElement.JsonObject;
import io.fairway.json.JsonElement.JsonScalar;
import io.fairway.json.JsonElement.JsonScalar.Kind;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a JSON object as the record that its {@link Shape} says. Every value taken is remembered with its place, every refused or
 * missing one becomes a finding, every member the form does not have is reported and stands in the loss report.
 */
final class RecordReading {
    /** What names a kind, and is no component of its record. */
    static final String TYPE = "type";

    private static final int MOST_DIGITS = 40;

    private final Consumer<Finding> findings;
    private final LineageCollector lineage;

    RecordReading(Consumer<Finding> findings, LineageCollector lineage) {
        this.findings = findings;
        this.lineage = lineage;
    }

    /** @param path document path of the object; empty for the document itself. @return empty when there is an error in it */
    Optional<Object> read(JsonObject object, Group group, String path, Set<String> otherMembers) {
        Set<String> known = group.members().stream().map(Member::name).collect(Collectors.toSet());
        object.members().forEach((name, element) -> {
            if (!known.contains(name) && !otherMembers.contains(name)) {
                unknown(name, element);
            }
        });
        List<Object> values = new ArrayList<>();
        for (Member member : group.members()) {
            String memberPath = path.isEmpty() ? member.name() : path + "." + member.name();
            memberOf(object, member, memberPath).ifPresent(values::add);
        }
        return values.size() < group.members().size() ? Optional.empty()
                : made(group.constructor(), values.toArray(), object.place(), "");
    }

    private void unknown(String name, JsonElement element) {
        findings.accept(JsonContentRule.MEMBER_UNKNOWN.at(element.place(), name, "a member of the form"));
        collectUnused(element);
    }

    private void collectUnused(JsonElement element) {
        switch (element) {
            case JsonScalar scalar -> lineage.unused(scalar.place(), scalar.text());
            case JsonArray array -> array.elements().forEach(this::collectUnused);
            case JsonObject object -> object.members().values().forEach(this::collectUnused);
        }
    }

    private Optional<Object> memberOf(JsonObject object, Member member, String path) {
        Optional<JsonElement> there = object.member(member.name());
        if (there.isPresent()) {
            return value(there.get(), member.shape(), path);
        }
        return switch (member.shape()) {
            case Shape.Characters _ when !path.equals("reference") -> Optional.of("");
            case Shape.Maybe _ -> Optional.of(Optional.empty());
            case Shape.Several _ -> Optional.of(List.of());
            case Shape.Characters _, Shape.Whole _, Shape.Decimal _, Shape.Moment _, Shape.Day _, Shape.Truth _, Shape.Code _,
                    Identifier _, Group _, OneOf _ -> {
                Place place = object.place();
                report(JsonContentRule.VALUE_MISSING, new Place("", place.segment() + "/" + member.name(), 0, 0, 0, place.offset(),
                        place.line(), place.column()), "", "a value for " + path);
                yield Optional.empty();
            }
        };
    }

    private Optional<Object> value(JsonElement element, Shape shape, String path) {
        return switch (shape) {
            case Shape.Maybe(Shape of) -> maybe(element, of, path);
            case Shape.Several(Shape of) -> several(element, of, path);
            case Group group -> objectAt(element).flatMap(object -> read(object, group, path, Set.of()));
            case OneOf kinds -> objectAt(element).flatMap(object -> oneOf(object, kinds, path));
            case Shape.Characters _ -> scalar(element, Kind.STRING, "a string", path, text -> text);
            case Identifier identifier -> scalar(element, Kind.STRING, "a string", path, text -> text)
                    .flatMap(text -> made(identifier.maker(), new Object[] {text}, element.place(), String.valueOf(text)));
            case Shape.Code code -> scalar(element, Kind.STRING, "a code", path, text -> text).flatMap(text -> coded(element, code, text));
            case Shape.Whole _ -> scalar(element, Kind.NUMBER, "a whole number", path, Integer::valueOf);
            case Shape.Decimal _ -> scalar(element, Kind.NUMBER, "a number", path, RecordReading::decimal);
            case Shape.Moment _ -> scalar(element, Kind.STRING, "a time as 2026-03-04T18:00:00Z", path, Instant::parse);
            case Shape.Day _ -> scalar(element, Kind.STRING, "a day as 2026-03-04", path, LocalDate::parse);
            case Shape.Truth _ -> scalar(element, Kind.BOOLEAN, "true or false", path, Boolean::valueOf);
        };
    }

    private Optional<Object> maybe(JsonElement element, Shape of, String path) {
        Optional<Object> read = value(element, of, path);
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    private Optional<Object> several(JsonElement element, Shape of, String path) {
        if (!(element instanceof JsonArray array)) {
            report(JsonContentRule.VALUE_KIND, element.place(), "", "an array");
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            value(array.elements().get(i), of, path + "[" + i + "]").ifPresent(values::add);
        }
        return values.size() < array.elements().size() ? Optional.empty() : Optional.of(values);
    }

    private Optional<JsonObject> objectAt(JsonElement element) {
        if (element instanceof JsonObject object) {
            return Optional.of(object);
        }
        report(JsonContentRule.VALUE_KIND, element.place(), "", "an object");
        return Optional.empty();
    }

    private Optional<Object> oneOf(JsonObject object, OneOf kinds, String path) {
        String name = object.text(TYPE);
        Optional<Group> kind = kinds.kinds().stream().filter(group -> group.type().getSimpleName().equals(name)).findFirst();
        if (kind.isEmpty()) {
            unlisted(object.place(), name,
                    "type " + kinds.kinds().stream().map(group -> group.type().getSimpleName()).collect(Collectors.joining(", ")));
        }
        return kind.flatMap(group -> read(object, group, path, Set.of(TYPE)));
    }

    private Optional<Object> coded(JsonElement element, Shape.Code code, Object text) {
        Optional<Object> constant = code.names().stream().filter(name -> name.name().equals(text)).findFirst().map(name -> name);
        if (constant.isEmpty()) {
            unlisted(element.place(), String.valueOf(text),
                    code.names().stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        return constant;
    }

    private Optional<Object> scalar(JsonElement element, Kind kind, String expected, String path, Function<String, Object> convert) {
        if (!(element instanceof JsonScalar scalar) || scalar.kind() != kind) {
            report(JsonContentRule.VALUE_KIND, element.place(), element instanceof JsonScalar other ? other.text() : "", expected);
            return Optional.empty();
        }
        try {
            Object value = convert.apply(scalar.text());
            lineage.origin(path, scalar.place());
            return Optional.of(value);
        } catch (DateTimeException e) {
            findings.accept(ValueRule.DATE_IMPOSSIBLE.finding(scalar.place(), scalar.text(), expected, Optional.empty()));
        } catch (NumberFormatException e) {
            report(JsonContentRule.VALUE_KIND, scalar.place(), scalar.text(), expected);
        }
        return Optional.empty();
    }

    /** An exponent can make a short number long. */
    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException(text);
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private Optional<Object> made(Executable maker, Object[] values, Place place, String found) {
        try {
            return Optional.of(Shape.make(maker, values));
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RefusedValueException refused -> refused(refused, place, found);
                case IllegalArgumentException unfit -> report(JsonContentRule.VALUE_REFUSED, place, found, String.valueOf(unfit.getMessage()));
                case null, default -> throw new IllegalStateException("Making a " + maker.getDeclaringClass() + " failed", e);
            }
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A " + maker.getDeclaringClass() + " cannot be made", e);
        }
    }

    private void refused(RefusedValueException refused, Place place, String found) {
        findings.accept(ValueRule.of(refused.code()).finding(place, found, refused.expected(), refused.proposal()));
    }

    private void unlisted(Place place, String found, String expected) {
        findings.accept(ValueRule.CODE_UNKNOWN.finding(place, found, expected, Optional.empty()));
    }

    private void report(JsonContentRule rule, Place place, String found, String expected) {
        findings.accept(rule.at(place, found, expected));
    }
}
