package io.fairway.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void aPercentileIsATimeThatWasMeasured() {
        var times = Percentiles.of(LongStream.rangeClosed(1, 200).map(place -> (201 - place) * 1_000_000));

        assertThat(List.of(times.millis(50), times.millis(95), times.millis(99), times.millis(100))).containsExactly(100.0, 190.0, 198.0, 200.0);
        assertThat(times.count()).isEqualTo(200);
        assertThat(Percentiles.of(LongStream.empty()).millis(99)).isNaN();
    }

    @Test
    void aStandstillIsMeasuredByAllWhoWereToSendDuringIt() {
        var declarations = new Declarations(1, 1);
        var travels = new Travels(1_000);
        var load = new Load(declarations, travels, letter -> {
            if (letter.number() == 0) {
                pause(Duration.ofMillis(400));
            }
            travels.arrived(letter.number(), System.nanoTime());
            return 202;
        });

        var span = load.open(100, Duration.ofMillis(400));

        assertThat(span.sent()).isEqualTo(40);
        assertThat(Percentiles.of(travels.toAcknowledgment(span.from(), span.end())).millis(50)).isGreaterThan(150);
        assertThat(load.settle(span)).isZero();
    }

    @Test
    void whatIsRefusedIsNotWaitedFor() {
        var travels = new Travels(10_000);
        var load = new Load(new Declarations(2, 1), travels, letter -> 429);

        var span = load.open(1_000, Duration.ofMillis(20));

        assertThat(span.refused()).isEqualTo(span.sent()).isEqualTo(20);
        assertThat(load.settle(span)).isZero();
        assertThat(travels.toAcknowledgment(span.from(), span.end())).isEmpty();
    }

    @Test
    void inTheClosedLoopACallerSendsItsNextWhenItsLastIsDone() {
        var travels = new Travels(2_000_000);
        var load = new Load(new Declarations(2, 1), travels, letter -> {
            travels.arrived(letter.number(), System.nanoTime());
            return 202;
        });

        var span = load.closed(Duration.ofMillis(50));

        assertThat(span.refused()).isZero();
        assertThat(travels.toArrival(span.from(), span.end()).count()).isEqualTo(span.sent());
    }

    @Test
    void theInnermostClassOfAStepSaysWhichStepItIs() {
        assertThat(Steps.stepOf(Stream.of("org.bouncycastle.X", "io.fairway.usecase.evidence.SealOutbound", "io.fairway.usecase.DeliverOutbound")))
                .isEqualTo("sign");
        assertThat(Steps.stepOf(Stream.of("org.postgresql.X", "io.fairway.usecase.ApplyFacts", "org.apache.camel.Y", "org.springframework.jms.Z")))
                .isEqualTo("apply");
        assertThat(Steps.stepOf(Stream.of("java.lang.Thread"))).isEqualTo("else");
    }

    @Test
    void moreThanASubjectCanDoIsNotOfferedToIt() {
        var effort = Effort.of(List.of("--quick", "--rate", "300", "--seconds", "7"));

        assertThat(effort.open()).isEqualTo(Duration.ofSeconds(7));
        assertThat(effort.offered(1_000)).isEqualTo(300);
        assertThat(effort.offered(100)).isEqualTo(80, within(1e-9));
        assertThat(Effort.of(List.of()).perSecond()).isEqualTo(Effort.AIM);
    }

    @Test
    void aFigureIsOneLineOfJson() {
        assertThat(new Figure("open-500", "fairway", "ms p99 to done", 12.34, Map.of("bare", 0.5)).line()).isEqualTo(
                "{\"bench\":\"hub\",\"case\":\"open-500\",\"subject\":\"fairway\",\"unit\":\"ms p99 to done\",\"value\":12.3,\"ratio\":{\"bare\":0.500}}");
        assertThat(new Figure("open-500", "fairway", "ms p99 to done", Double.NaN).line()).contains("\"value\":null");
    }

    /** By a moment that comes, not by sleeping. */
    private static void pause(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
