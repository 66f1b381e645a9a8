package io.fairway.usecase;

import java.util.UUID;

/** Opaque id of one fact; time-ordered (UUID version 7), so that row order is arrival order. */
public record FactId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
