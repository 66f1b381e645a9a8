package io.fairway.usecase;

import java.util.UUID;

/** Opaque id of one transmission; time-ordered (UUID version 7), so that row order is arrival order. */
public record TransmissionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
