package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A message of a conformance run and what became of it.
 *
 * @param mutation what is wrong with it; absent when it is sound
 * @param expected {@code accepted} or {@code rejected}
 * @param reference of its interchange, which a CONTRL has to name
 * @param sentAt when its sending ended; absent before, and for who fetches
 * @param cause why it counts as not receipted; absent when it was, or was not sent
 * @param answer what the newcomer said of it, for example {@code CONTRL REJECTED}; absent before
 * @param state {@code passed}, {@code failed}, {@code waiting}
 */
public record ConformanceCaseView(int number, String document, String dialect, Optional<String> mutation, String expected, String reference,
                                  Optional<Instant> sentAt, Optional<String> cause, Optional<String> answer, Optional<Instant> answeredAt,
                                  String state) {
}
