package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fairway.document.id.RefusedValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTimeFormatTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({"101, 260302, 2026-03-01T16:00:00Z", "102, 20260302, 2026-03-01T16:00:00Z", "201, 2603020915, 2026-03-02T01:15:00Z",
            "203, 202603020915, 2026-03-02T01:15:00Z", "204, 20260302091507, 2026-03-02T01:15:07Z",
            "303, 202603020915UTC, 2026-03-02T09:15:00Z", "303, 202603020915GMT, 2026-03-02T09:15:00Z",
            "303, 202603020915+08, 2026-03-02T01:15:00Z", "102, 20240229, 2024-02-28T16:00:00Z"})
    void readsLocalTimesInTheZoneOfTheProfileAndZonedTimesInTheirs(String code, String value, Instant instant) {
        assertThat(format(code).instant(value, SHANGHAI)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"102, 20260230", "102, 20250229", "203, 202603022460", "203, 202603022415", "102, 2026032", "102, 202603021",
            "102, 2026 302", "303, 202603020915XXX", "303, 202603020915", "101, abcdef"})
    void refusesDatesThatDoNotExist(String code, String value) {
        assertThatThrownBy(() -> format(code).instant(value, SHANGHAI)).asInstanceOf(type(RefusedValueException.class))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("DATE_IMPOSSIBLE"));
    }

    @ParameterizedTest
    @CsvSource({"102, 20261302, 20260213", "203, 202617020915, 202602170915", "101, 261302, 260213",
            "303, 202613020915UTC, 202602130915UTC"})
    void proposesDayAndMonthTheOtherWayRound(String code, String value, String proposal) {
        assertThatThrownBy(() -> format(code).instant(value, SHANGHAI)).asInstanceOf(type(RefusedValueException.class))
                .satisfies(refused -> assertThat(refused.proposal()).contains(proposal));
    }

    @Test
    void proposesNothingWhenTheOtherWayRoundIsNoDateEither() {
        assertThatThrownBy(() -> format("102").date("20263232")).asInstanceOf(type(RefusedValueException.class))
                .satisfies(refused -> assertThat(refused.proposal()).isEmpty());
    }

    @Test
    void writesSecondsOnlyWhenThereAreAny() {
        assertThat(DateTimeFormat.write(Instant.parse("2026-03-02T01:15:00Z"), SHANGHAI)).containsExactly("202603020915", "203");
        assertThat(DateTimeFormat.write(Instant.parse("2026-03-02T01:15:07Z"), SHANGHAI)).containsExactly("20260302091507", "204");
        assertThat(DateTimeFormat.write(LocalDate.of(2026, 3, 2))).containsExactly("20260302", "102");
    }

    @Test
    void doesNotKnowPeriods() {
        assertThat(DateTimeFormat.of("718")).isEqualTo(Optional.empty());
    }

    private static DateTimeFormat format(String code) {
        return DateTimeFormat.of(code).orElseThrow();
    }
}
