package io.fairway.usecase.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some rows of a list, newest first.
 *
 * @param next id of the last row given, when there are more behind it
 */
public record Slice<T>(List<T> items, Optional<UUID> next) {
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * What is wanted of a list.
     *
     * @param most 1 to 200 rows
     * @param after begin behind the row with this id; empty for the beginning
     */
    public record Want(int most, Optional<UUID> after) {
        public static final int MOST = 200;

        public Want {
            if (most < 1 || most > MOST) {
                throw new IllegalArgumentException("Expected 1 to " + MOST + " rows, found " + most);
            }
        }
    }
}
