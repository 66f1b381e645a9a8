package io.fairway.usecase;

import java.util.UUID;

/** Opaque id of one outbound; time-ordered (UUID version 7), so that row order is arrival order. */
public record OutboundId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
