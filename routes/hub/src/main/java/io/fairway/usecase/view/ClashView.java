package io.fairway.usecase.view;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody else financed the same. Nothing more is told of it than how to reach the other side by way of the hub.
 *
 * @param contact the caller's own handle
 * @param otherContact the other side's
 */
public record ClashView(UUID id, String contact, String otherContact, Instant toldAt) {
}
