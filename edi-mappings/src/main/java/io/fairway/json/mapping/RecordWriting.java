package io.fairway.json.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fairway.document.shape.Shape;
import io.fairway.document.shape.Shape.Group;
import io.fairway.document.shape.Shape.Identifier;
import io.fairway.document.shape.Shape.Member;
import io.fairway.document.shape.Shape.OneOf;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes a record as the JSON object that its {@link Shape} says; what is empty is left out. */
final class RecordWriting {
    private final JsonGenerator json;

    RecordWriting(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the members; the object around them is the caller's. */
    void members(Object group, Group shape) throws IOException {
        for (Member member : shape.members()) {
            Object value = valueOf(member.accessor(), group);
            if (!isLeftOut(value)) {
                json.writeFieldName(member.name());
                value(value, member.shape());
            }
        }
    }

    private static boolean isLeftOut(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case Optional<?> maybe -> maybe.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    private void value(Object value, Shape shape) throws IOException {
        switch (shape) {
            case Shape.Maybe(Shape of) -> value(((Optional<?>) value).orElseThrow(), of);
            case Shape.Several(Shape of) -> {
                json.writeStartArray();
                for (Object element : (List<?>) value) {
                    value(element, of);
                }
                json.writeEndArray();
            }
            case Group group -> {
                json.writeStartObject();
                members(value, group);
                json.writeEndObject();
            }
            case OneOf kinds -> oneOf(value, kinds);
            case Identifier identifier -> json.writeString(String.valueOf(valueOf(identifier.value(), value)));
            case Shape.Code _ -> json.writeString(((Enum<?>) value).name());
            case Shape.Characters _, Shape.Moment _, Shape.Day _ -> json.writeString(value.toString());
            case Shape.Whole _ -> json.writeNumber(((Number) value).longValue());
            case Shape.Decimal _ -> json.writeNumber(((BigDecimal) value).toPlainString());
            case Shape.Truth _ -> json.writeBoolean((Boolean) value);
        }
    }

    private void oneOf(Object value, OneOf kinds) throws IOException {
        Group kind = kinds.kinds().stream().filter(group -> group.type().isInstance(value)).findFirst().orElseThrow();
        json.writeStartObject();
        json.writeStringField(RecordReading.TYPE, kind.type().getSimpleName());
        members(value, kind);
        json.writeEndObject();
    }

    private static Object valueOf(Method accessor, Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }
}
