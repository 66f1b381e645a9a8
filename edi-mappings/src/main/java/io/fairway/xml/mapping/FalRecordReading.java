package io.fairway.xml.mapping;

import io.fairway.document.id.RefusedValueException;
import io.fairway.document.shape.Shape;
import io.fairway.document.shape.Shape.Group;
import io.fairway.document.shape.Shape.Identifier;
import io.fairway.document.shape.Shape.Member;
import io.fairway.xml.FieldReader;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads elements of the FAL profile as the records they stand for. */
final class FalRecordReading {

    /** Empty when a member that must be there is missing or refused. */
    Optional<Object> read(FieldReader fields, Group group) {
        List<Object> values = new ArrayList<>();
        for (Member member : group.members()) {
            member(fields, member, FalNames.element(group.type(), member.name())).ifPresent(values::add);
        }
        return values.size() < group.members().size() ? Optional.empty() : Optional.of(made(group.constructor(), values.toArray()));
    }

    private Optional<Object> member(FieldReader fields, Member member, String element) {
        return switch (member.shape()) {
            case Shape.Characters _ -> Optional.of(fields.text(member.name(), element));
            case Shape.Maybe(Shape of) -> Optional.of(maybe(fields, member.name(), of, element));
            case Shape.Several(Group of) -> several(fields, member.name(), of, element);
            case Shape.Several(Shape of) -> Optional.of(fields.values(member.name(), element, text -> scalar(text, of)));
            case Group of -> group(fields, member.name(), of, element);
            case Shape scalar -> fields.required(member.name(), element, text -> scalar(text, scalar));
        };
    }

    private Optional<Object> maybe(FieldReader fields, String name, Shape of, String element) {
        return of instanceof Group group ? fields.child(element, name).flatMap(child -> read(child, group))
                : fields.value(name, element, text -> scalar(text, of));
    }

    private Optional<Object> group(FieldReader fields, String name, Group of, String element) {
        Optional<FieldReader> child = fields.child(element, name);
        if (child.isEmpty()) {
            fields.missing(element, name);
        }
        return child.flatMap(found -> read(found, of));
    }

    private Optional<Object> several(FieldReader fields, String name, Group of, String element) {
        List<FieldReader> children = fields.children(element, name);
        List<Object> values = children.stream().flatMap(child -> read(child, of).stream()).toList();
        return values.size() < children.size() ? Optional.empty() : Optional.of(values);
    }

    private static Object scalar(String text, Shape shape) {
        try {
            return switch (shape) {
                case Shape.Whole _ -> XmlValues.count(text);
                case Shape.Decimal _ -> XmlValues.decimal(text);
                case Shape.Moment _ -> Instant.parse(text);
                case Shape.Day _ -> LocalDate.parse(text);
                case Shape.Code code -> code.names().stream().filter(name -> name.name().equals(text)).findFirst().orElseThrow(() ->
                        new RefusedValueException("CODE_UNKNOWN", text, code.names().stream().map(Enum::name).collect(Collectors.joining(", "))));
                case Identifier identifier -> made(identifier.maker(), text);
                case Shape.Characters _ -> text;
                case Shape.Truth _, Shape.Maybe _, Shape.Several _, Group _, Shape.OneOf _ ->
                    throw new IllegalStateException("The FAL profile has no form for " + shape);
            };
        } catch (DateTimeException e) {
            throw new RefusedValueException("DATE_IMPOSSIBLE", text, "a time as 2026-03-04T18:00:00Z or a day as 2026-03-04");
        }
    }

    private static Object made(Executable maker, Object... values) {
        try {
            return Shape.make(maker, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RefusedValueException refused) {
                throw refused;
            }
            throw new IllegalStateException("Making a " + maker.getDeclaringClass() + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A " + maker.getDeclaringClass() + " cannot be made", e);
        }
    }
}
