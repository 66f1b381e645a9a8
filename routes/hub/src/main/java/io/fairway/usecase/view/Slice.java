package io.fairway.usecase.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a list.
 *
 * @param next place of the last row given, when there are more behind it; means something only to who made it
 */
public record Slice<T>(List<T> items, Optional<String> next) {
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * What is there of one row more than was wanted: the slice, and its end when the one more was there.
     *
     * @param place of a row, to go on behind it
     */
    public static <T> Slice<T> of(List<T> oneMore, Want want, Function<T, String> place) {
        if (oneMore.size() <= want.most()) {
            return new Slice<>(oneMore, Optional.empty());
        }
        List<T> items = oneMore.subList(0, want.most());
        return new Slice<>(items, Optional.of(place.apply(items.getLast())));
    }

    /**
     * What is wanted of a list.
     *
     * @param most 1 to 200 rows
     * @param after begin behind this place, as an earlier slice told it; empty for the beginning
     */
    public record Want(int most, Optional<String> after) {
        public static final int MOST = 200;

        public Want {
            if (most < 1 || most > MOST) {
                throw new IllegalArgumentException("Expected 1 to " + MOST + " rows, found " + most);
            }
        }
    }
}
