package io.fairway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How values stand in columns. Times are kept to the microsecond. */
final class Columns {
    private Columns() {
    }

    static OffsetDateTime time(Instant instant) {
        return toMicros(instant).atOffset(ZoneOffset.UTC);
    }

    /** As it will be read back. */
    static Instant toMicros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Optional<UUID> optionalUuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** An array of text; empty for none. */
    static List<String> words(ResultSet row, String column) throws SQLException {
        return row.getArray(column).getArray() instanceof String[] words ? List.of(words) : List.of();
    }
}
