package io.fairway.usecase.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.usecase.replay.Outcome.Period;
import io.fairway.usecase.replay.Outcome.Row;
import io.fairway.usecase.replay.Outcome.What;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What came of two hubs' work, side by side. */
class CompareOutcomesTest {
    private static final Period EVER = new Period(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    @Test
    void tellsWhatIsMissingNewAndOtherwiseAndNothingElse() {
        Outcome was = of(row("a", "status", "OPEN"), row("b", "status", "HELD"), row("d", "status", "CLOSED"));
        Outcome is = of(row("b", "status", "OPEN"), row("c", "status", "OPEN"), row("d", "status", "CLOSED"));

        var comparison = new CompareOutcomes(was, is).compare(EVER, 100);

        assertThat(comparison.compared()).isEqualTo(3);
        assertThat(comparison.differences()).containsExactly(new Difference(What.CASE, "a", "-", "recorded", ""),
                new Difference(What.CASE, "b", "status", "HELD", "OPEN"), new Difference(What.CASE, "c", "-", "", "new"));
    }

    @Test
    void comparesNothingThatTheRecordedHubDoesNotKnowOfThePeriod() {
        Outcome was = of(row("a", "later", "?"), row("b", "bytes", "?"), row("z", "later", "?"));
        Outcome is = of(row("a", "status", "OPEN"), row("b", "bytes", "ab"));

        assertThat(new CompareOutcomes(was, is).compare(EVER, 100).differences()).isEmpty();
    }

    @Test
    void goesThroughManyPagesAndStopsAtTheMostItShallTell() {
        Row[] many = IntStream.range(0, 1_700).mapToObj(number -> row("%05d".formatted(number), "status", "OPEN")).toArray(Row[]::new);

        assertThat(new CompareOutcomes(of(many), of(many)).compare(EVER, 100).compared()).isEqualTo(1_700);
        assertThat(new CompareOutcomes(of(many), of()).compare(EVER, 100).differences()).hasSize(100);
    }

    private static Row row(String key, String name, String value) {
        return new Row(key, new TreeMap<>(Map.of(name, value)));
    }

    private static Outcome of(Row... rows) {
        return (what, period, behind, most) -> what == What.CASE
                ? Stream.of(rows).filter(row -> row.key().compareTo(behind) > 0).limit(most).toList() : List.of();
    }
}
