package io.fairway.document.shape;

import io.fairway.document.id.ShipId;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a value of a document is. It follows from the document's record alone, so that a new kind of document needs nothing here.
 */
public sealed interface Shape {

    /** A string; absent when empty. */
    record Characters() implements Shape {
    }

    /** A whole number. */
    record Whole() implements Shape {
    }

    /** A number, its digits kept as they are. */
    record Decimal() implements Shape {
    }

    /** A point in time, ISO 8601 in UTC. */
    record Moment() implements Shape {
    }

    /** A day, ISO 8601. */
    record Day() implements Shape {
    }

    /** {@code true} or {@code false}. */
    record Truth() implements Shape {
    }

    /** One of the names of an enum. */
    record Code(List<? extends Enum<?>> names) implements Shape {
    }

    /** An identifier: a string that its type accepts. {@code maker} is a constructor or a static method of one string. */
    record Identifier(Class<?> type, Executable maker, Method value) implements Shape {
    }

    /** An object. */
    record Group(Class<?> type, Constructor<?> constructor, List<Member> members) implements Shape {
    }

    /** An object that names in {@code type} which of several it is. */
    record OneOf(List<Group> kinds) implements Shape {
    }

    /** An array. */
    record Several(Shape of) implements Shape {
    }

    /** A value that may be absent. */
    record Maybe(Shape of) implements Shape {
    }

    /** One member of a group. */
    record Member(String name, Shape shape, Method accessor) {
    }

    /** @throws IllegalArgumentException when no document may hold such a value */
    static Shape of(Type type) {
        return switch (type) {
            case ParameterizedType several when several.getRawType() == List.class -> new Several(of(several.getActualTypeArguments()[0]));
            case ParameterizedType maybe when maybe.getRawType() == Optional.class -> new Maybe(of(maybe.getActualTypeArguments()[0]));
            case Class<?> plain -> ofClass(plain);
            default -> throw new IllegalArgumentException("No shape for " + type);
        };
    }

    /** The members of a record, in the order of its components. */
    static Group group(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Member> members = Arrays.stream(components)
                .map(component -> new Member(component.getName(), of(component.getGenericType()), component.getAccessor())).toList();
        return new Group(type, canonical(type, components), members);
    }

    /** The records of a sealed interface, also those of sealed interfaces below it. */
    static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Shape::recordsOf) : Stream.of(type);
    }

    /**
     * A value made by a constructor or a static method.
     *
     * @throws InvocationTargetException with what the maker threw
     * @throws ReflectiveOperationException when it cannot be called
     */
    static Object make(Executable maker, Object... values) throws ReflectiveOperationException {
        return maker instanceof Constructor<?> constructor ? constructor.newInstance(values) : ((Method) maker).invoke(null, values);
    }

    private static Shape ofClass(Class<?> type) {
        if (type == String.class) {
            return new Characters();
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return new Whole();
        }
        if (type == BigDecimal.class) {
            return new Decimal();
        }
        if (type == Instant.class) {
            return new Moment();
        }
        if (type == LocalDate.class) {
            return new Day();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        }
        if (type.isEnum()) {
            return new Code(Arrays.stream(type.getEnumConstants()).<Enum<?>>map(constant -> (Enum<?>) constant).toList());
        }
        return ofRecord(type);
    }

    private static Shape ofRecord(Class<?> type) {
        if (type == ShipId.class) {
            return new Identifier(type, method(type, "of", String.class), method(type, "text"));
        }
        if (type.isSealed()) {
            return new OneOf(recordsOf(type).map(Shape::group).toList());
        }
        RecordComponent[] components = type.getRecordComponents();
        boolean isIdentifier = components.length == 1 && components[0].getName().equals("value") && components[0].getType() == String.class;
        return isIdentifier ? new Identifier(type, canonical(type, components), components[0].getAccessor()) : group(type);
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no method " + name, e);
        }
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }
}
