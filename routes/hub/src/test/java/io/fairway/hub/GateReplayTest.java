package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.gate.GatePolicy;
import io.fairway.fixture.Shipment;
import io.fairway.store.JdbcGateHistory;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.DecideGateAgain;
import io.fairway.usecase.gate.DecideGateAgain.Again;
import io.fairway.usecase.gate.GateHistory;
import io.fairway.usecase.gate.GateStore;
import io.fairway.usecase.gate.GateStore.Kept;
import io.fairway.usecase.replay.Outcome.Period;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a gate decided is decided again from its own record and the readings it had, and differs only where the rules do. */
class GateReplayTest {
    private static final RunningHub HUB = RunningHub.instance();

    @Test
    void decidesTheSameFromTheRecordAndSaysWhatOtherRulesWouldHaveDecided() {
        Instant start = Instant.now();
        aTruckNobodyExpects();
        var period = new Period(start, Instant.now().plusSeconds(60));

        Again same = again(new JdbcGateHistory(), period);
        assertThat(same.differences()).isEmpty();
        assertThat(same.decided()).isPositive();

        Again other = again((from, until, passage, revision, most) -> new JdbcGateHistory().decisions(from, until, passage, revision, most).stream()
                .map(GateReplayTest::openedThen).toList(), period);
        assertThat(other.differences()).anySatisfy(difference -> {
            assertThat(difference.value() + " " + difference.was()).isEqualTo("permission OPEN");
            assertThat(difference.is()).isIn("HOLD", "REFUSE");
        });
    }

    /** As if the rules of then had let it go. */
    private static Kept openedThen(Kept kept) {
        byte[] record = new String(kept.record(), StandardCharsets.UTF_8).replaceFirst("\"permission\":\"[A-Z]+\"", "\"permission\":\"OPEN\"")
                .getBytes(StandardCharsets.UTF_8);
        return new Kept(kept.transaction(), kept.revision(), kept.lane(), kept.cause(), kept.permission(), kept.containers(), kept.plate(),
                kept.startedAt(), kept.decidedAt(), record, kept.digest(), kept.seal(), kept.erasedAt());
    }

    private static Again again(GateHistory history, Period period) {
        var hub = HUB.process().context();
        return new DecideGateAgain(hub.getBean(Transactions.class), history, hub.getBean(GateStore.class), GatePolicy.STANDARD).decide(period, 100);
    }

    private static void aTruckNobodyExpects() {
        Shipment unknown = Shipment.of(HUB.freshSeed(), 0);
        say("LOOP", "loop", Map.of("state", "ENTERED"));
        say("LPR", "lpr", Map.of("plate", "HUA77777", "confidence", 0.98));
        say("OCR", "ocr", Map.of("containers", List.of(Map.of("position", "F", "number", unknown.container(), "sizeType", "22G1", "confidence", 0.99))));
        say("ESEAL", "eseal", Map.of("sealId", unknown.seal(), "state", "SEALED"));
        say("RPM", "radiation", Map.of("gammaAlarm", false, "neutronAlarm", false, "tamper", false, "gammaBackground", 812));
        say("KIOSK", "driver", Map.of("driver", "D3101"));
        say("WB", "weight", Map.of("grossKg", 20_000, "stable", true));
        say("LOOP", "loop", Map.of("state", "LEFT"));
    }

    private static void say(String device, String kind, Map<String, ?> members) {
        Map<String, Object> reading = new LinkedHashMap<>(members);
        reading.putAll(Map.of("device", device + "-OUT-03", "kind", kind, "at", Instant.now().toString()));
        HUB.party("HUBGATE").create("/api/gates/OUT03/readings", reading);
    }
}
