package io.fairway.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.usecase.DeliveryHours.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryHoursTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The third of March of 2026 is a Tuesday; Shanghai is eight hours ahead of UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mon-Fri 06:00-20:00 |             | 2026-03-02T22:00:00Z | true",
        "Mon-Fri 06:00-20:00 |             | 2026-03-02T21:59:59Z | false",
        "Mon-Fri 06:00-20:00 |             | 2026-03-03T11:59:59Z | true",
        "Mon-Fri 06:00-20:00 |             | 2026-03-03T12:00:00Z | false",
        "Mon-Fri 06:00-20:00 |             | 2026-03-07T04:00:00Z | false",
        "Fri-Mon             |             | 2026-03-07T04:00:00Z | true",
        "Sat,Tue             |             | 2026-03-04T04:00:00Z | false",
        "                    | 22:00-06:00 | 2026-03-03T15:00:00Z | false",
        "                    | 22:00-06:00 | 2026-03-03T21:59:00Z | false",
        "                    | 22:00-06:00 | 2026-03-03T22:00:00Z | true",
        "Tue 18:00-24:00     |             | 2026-03-03T15:59:00Z | true",
        "Tue 18:00-24:00     |             | 2026-03-03T16:00:00Z | false",
        "Tue 22:00-02:00     |             | 2026-03-03T17:59:00Z | true",
        "Tue 22:00-02:00     |             | 2026-03-02T17:59:00Z | false",
        "Tue                 | 12:00-13:00 | 2026-03-03T04:30:00Z | false",
    })
    void isOpenWithinItsScheduleAndOutsideOfItsQuietHoursByItsOwnClock(String schedule, String quiet, Instant at, boolean open) {
        assertThat(hours(schedule, quiet).isOpen(at)).isEqualTo(open);
    }

    @Test
    void tellsWhenItOpensAgain() {
        DeliveryHours hours = hours("Mon-Fri 06:00-20:00", "");

        assertThat(hours.opensAt(Instant.parse("2026-03-06T12:00:30Z"))).contains(Instant.parse("2026-03-08T22:00:00Z"));
        assertThat(hours.opensAt(Instant.parse("2026-03-06T11:00:00Z"))).isEmpty();
        assertThat(DeliveryHours.ALWAYS.opensAt(Instant.EPOCH)).isEmpty();
    }

    @Test
    void doesNotHoldTheTimeInWhichItIsClosedAgainstAParty() {
        DeliveryHours hours = hours("Mon-Fri 06:00-20:00", "");
        Instant fridayEvening = Instant.parse("2026-03-06T11:50:00Z");

        assertThat(hours.wasOpenFor(Duration.ofHours(24), fridayEvening, Instant.parse("2026-03-08T22:05:00Z"))).isFalse();
        assertThat(hours.wasOpenFor(Duration.ofHours(24), fridayEvening, Instant.parse("2026-03-10T09:00:00Z"))).isTrue();
        assertThat(DeliveryHours.ALWAYS.wasOpenFor(Duration.ofHours(24), fridayEvening, fridayEvening.plus(Duration.ofHours(24)))).isFalse();
        assertThat(DeliveryHours.ALWAYS.wasOpenFor(Duration.ofHours(24), fridayEvening, fridayEvening.plus(Duration.ofHours(25)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mon-Fri06:00-20:00", "Mon-Fry", "06:00", "06:00-25:00", "06:60-07:00", "Monday", "Mon--Fri", "6:00-7:00"})
    void refusesWhatIsNotDaysAndHours(String text) {
        assertThatThrownBy(() -> Window.read(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesHoursThatLeaveNothing() {
        assertThatThrownBy(() -> hours("Mon-Fri 06:00-20:00", "Mon-Fri")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hours("", "Mon-Sun")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon-Fri 06:00-20:00", "22:00-06:00", "Sat,Sun", "Tue 18:00-24:00"})
    void isWrittenSoThatItCanBeReadAgain(String text) {
        Window window = Window.read(text);

        assertThat(Window.read(window.toString())).isEqualTo(window);
    }

    private static DeliveryHours hours(String schedule, String quiet) {
        return new DeliveryHours(windows(schedule), windows(quiet), SHANGHAI);
    }

    private static List<Window> windows(String text) {
        return Stream.ofNullable(text).filter(line -> !line.isEmpty()).map(Window::read).toList();
    }
}
