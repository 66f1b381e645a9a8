package io.fairway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactBenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"tokenizer", "fairway-validated", "fairway-documents", "staedi", "staedi-schema"})
    void letsEverybodyReadTheSmallInputsWithoutAFault(String name) throws IOException {
        var subject = Subjects.of(name);

        for (var input : List.of(BenchInput.smallCuscar(), BenchInput.cuscar(), BenchInput.baplie())) {
            assertThat(subject.read(new ByteArrayInputStream(input.bytes()))).as(input.name()).isPositive();
        }
    }

    @Test
    void makesInputsOfTheSizesThatTheirNamesSay() {
        assertThat(BenchInput.smallCuscar().bytes()).hasSize(741);
        assertThat(BenchInput.cuscar().bytes().length / 1000).isEqualTo(453);
        assertThat(BenchInput.baplie().bytes().length / 1000).isEqualTo(177);
    }

    @Test
    void measuresSpeedTimeAndAllocation() throws IOException {
        var figures = new Measuring(Duration.ZERO, Duration.ofMillis(10)).warm(Subjects.of("tokenizer"), BenchInput.smallCuscar());

        assertThat(figures).extracting(Figure::unit).containsExactly(Figure.SPEED, Figure.MESSAGE_TIME, Figure.ALLOCATION);
        assertThat(figures.getFirst().value()).isPositive();
    }

    @Test
    void tellsFiguresAsJsonAndHearsThemAgain() {
        var ours = new Figure("cuscar-453k", "fairway-validated", Figure.SPEED, 150);
        var peer = new Figure("cuscar-453k", "staedi-schema", Figure.SPEED, 5);

        var line = ours.line(new Results(List.of(ours, peer)).ratios(ours));

        assertThat(line).isEqualTo("{\"bench\":\"edifact\",\"case\":\"cuscar-453k\",\"subject\":\"fairway-validated\",\"unit\":\"MB/s\","
                + "\"value\":150,\"ratio\":{\"staedi-schema\":30.0}}");
        assertThat(Figure.of(line)).contains(ours);
        assertThat(Figure.of("something else")).isEmpty();
        assertThat(new Results(List.of(ours)).ratios(ours)).isEqualTo(Map.of());
    }
}
