package io.fairway.store;

import io.fairway.usecase.view.Slice;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads one row more than is wanted, to know whether there is more. A statement that is sliced takes {@code :after} and {@code :rows}. */
final class Slices {
    private Slices() {
    }

    /** Rows ordered by id. */
    static <T> Slice<T> byId(StatementSpec statement, Slice.Want want, RowMapper<T> mapper, Function<T, UUID> id) {
        Optional<UUID> after = want.after().map(UUID::fromString);
        return Slice.of(statement.param("after", after.orElse(null)).param("rows", want.most() + 1).query(mapper).list(), want,
                row -> id.apply(row).toString());
    }

    /** Rows ordered by a number that grows. */
    static <T> Slice<T> byNumber(StatementSpec statement, Slice.Want want, RowMapper<Numbered<T>> mapper) {
        long after = want.after().map(Long::valueOf).orElse(Long.MIN_VALUE);
        Slice<Numbered<T>> slice = Slice.of(statement.param("after", after).param("rows", want.most() + 1).query(mapper).list(), want,
                row -> Long.toString(row.number()));
        return new Slice<>(slice.items().stream().map(Numbered::item).toList(), slice.next());
    }

    /** A row and its place. */
    record Numbered<T>(long number, T item) {
    }
}
