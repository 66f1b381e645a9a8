package io.fairway.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a step takes from outside, and takes again. */
class StepTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00.123456789Z");

    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock = Step.clock(() -> NOW.plusSeconds(seconds.getAndIncrement()));
    private final AtomicLong last = new AtomicLong();
    private final Identifiers identifiers = Step.identifiers(() -> new UUID(0, last.incrementAndGet()));

    @Test
    void hasOneTimeToTheMicrosecondHoweverOftenItAsks() {
        Step step = Step.fresh();

        List<Instant> asked = step.during(() -> List.of(clock.instant(), clock.instant()));

        assertThat(asked).containsOnly(Instant.parse("2026-03-02T01:15:00.123456Z"));
        assertThat(step.at()).contains(asked.getFirst());
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(1));
        assertThat(Step.fresh().at()).isEmpty();
    }

    @Test
    void givesTheSameTimeAndIdentifiersAgainAndFreshOnesBeyondThem() {
        Step first = Step.fresh();
        List<UUID> taken = first.during(() -> List.of(identifiers.next(), identifiers.next()));

        Step again = Step.again(NOW, first.identifiers());
        List<UUID> given = again.during(() -> List.of(identifiers.next(), identifiers.next(), identifiers.next()));

        assertThat(given).startsWith(taken.getFirst(), taken.getLast()).hasSize(3).doesNotHaveDuplicates();
        assertThat(again.during(clock::instant)).isEqualTo(NOW);
    }

    @Test
    void isWhatWasSaidFirstAndNothingWhenNobodySaidIt() {
        Step step = Step.fresh();
        Deque<UUID> subjects = new ArrayDeque<>(List.of(new UUID(0, 1), new UUID(0, 2)));

        step.during(() -> {
            Step.is(Step.Kind.APPLY, subjects.removeFirst());
            Step.is(Step.Kind.DECIDE, subjects.removeFirst());
            return subjects;
        });
        Step.is(Step.Kind.READ, new UUID(0, 3));

        assertThat(step.about()).contains(new Step.About(Step.Kind.APPLY, new UUID(0, 1)));
        assertThat(Step.fresh().about()).isEmpty();
    }
}
