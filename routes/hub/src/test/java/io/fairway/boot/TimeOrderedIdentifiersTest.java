package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {
    private final AtomicLong millis = new AtomicLong(Instant.parse("2026-11-21T08:00:00Z").toEpochMilli());
    private final TimeOrderedIdentifiers identifiers =
            new TimeOrderedIdentifiers(() -> Instant.ofEpochMilli(millis.get()), new SecureRandom());

    @Test
    void areOfVersionSevenAndTellTheirMillisecond() {
        UUID id = identifiers.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis.get());
    }

    @Test
    void growWithinAMillisecondAndWhenTheClockStepsBack() {
        List<UUID> before = Stream.generate(identifiers::next).limit(10_000).toList();
        millis.addAndGet(-3_600_000);
        List<UUID> after = Stream.generate(identifiers::next).limit(10_000).toList();

        List<String> all = Stream.concat(before.stream(), after.stream()).map(UUID::toString).toList();
        assertThat(all).isSorted().doesNotHaveDuplicates();
    }
}
