package io.fairway.web;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next relative address of the next page; absent on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
