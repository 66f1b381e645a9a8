package io.fairway.store;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change that is written over the relation {@code given}: its columns are the parameters, a row of it is one change, {@code given.ordinal} is their
 * order. So one statement, planned once, makes as many changes as there are. Each parameter travels as an array; one that is null in all rows is text.
 */
record GivenRows(String sql, List<Map<String, Object>> rows) {
    private static final Map<Class<?>, String> TYPES = Map.of(UUID.class, "uuid", String.class, "text", OffsetDateTime.class, "timestamptz",
            Integer.class, "int4", Long.class, "int8", byte[].class, "bytea", Boolean.class, "bool");
    private static final Map<Shape, String> WRITTEN = new ConcurrentHashMap<>();

    private record Shape(String sql, List<String> names, List<String> types) {
        String written() {
            String relation = "with given as (select * from unnest(%s) with ordinality as given(%s, ordinal))".formatted(
                    types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", ")), String.join(", ", names));
            return relation + (sql.startsWith("with ") ? "," + sql.substring("with".length()) : "\n" + sql);
        }
    }

    private List<String> names() {
        return List.copyOf(rows.getFirst().keySet());
    }

    private Class<?> classOf(String name) {
        return values(name).flatMap(value -> Stream.<Class<?>>of(value.getClass())).findFirst().orElse(String.class);
    }

    private Stream<Object> values(String name) {
        return rows.stream().flatMap(row -> Optional.ofNullable(row.get(name)).stream());
    }

    /** With a question mark for each array. */
    String text() {
        List<String> names = names();
        List<String> types = names.stream().map(this::classOf).map(GivenRows::type).toList();
        return WRITTEN.computeIfAbsent(new Shape(sql, names, types), Shape::written);
    }

    private static String type(Class<?> values) {
        return Optional.ofNullable(TYPES.get(values)).orElseThrow(() -> new IllegalArgumentException("No column type for " + values));
    }

    /** Sets the arrays. @return number of the parameter behind the last */
    int set(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        for (String name : names()) {
            Class<?> values = classOf(name);
            statement.setArray(parameter++, statement.getConnection().createArrayOf(type(values), column(name, values)));
        }
        return parameter;
    }

    private @Nullable Object[] column(String name, Class<?> values) {
        Object[] column = (Object[]) Array.newInstance(values, rows.size());
        for (int row = 0; row < column.length; row++) {
            Array.set(column, row, rows.get(row).get(name));
        }
        return column;
    }
}
