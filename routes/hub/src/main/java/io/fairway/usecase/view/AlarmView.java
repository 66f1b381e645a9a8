package io.fairway.usecase.view;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody has to do something before a time.
 *
 * @param kind for example {@code KEY_ENDING}
 * @param party whose it is
 * @param daysLeft whole days; 0 when it has ended
 */
public record AlarmView(UUID id, String kind, String party, String subject, Instant endsAt, long daysLeft) {
}
