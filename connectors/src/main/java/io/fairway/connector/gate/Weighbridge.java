package io.fairway.connector.gate;

import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.WeightSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A weighbridge indicator that sends continuously. Says one steady mass per truck: where the frame has no motion bit, a mass is steady
 * when five frames over at least a second stay within one division; a new one is said only after the bridge has moved.
 */
public final class Weighbridge implements DeviceDecoder {
    private static final int FRAMES = 5;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int EMPTY_BELOW_KILOGRAMS = 500;

    private final Framed framed;
    private final Function<byte[], Optional<WeightFrame>> reading;
    private final int divisionKilograms;
    private final Deque<Weighed> recent = new ArrayDeque<>();
    private Optional<Integer> said = Optional.empty();

    private record Weighed(int kilograms, Instant at) {
    }

    private Weighbridge(int length, Function<byte[], Optional<WeightFrame>> reading, int divisionKilograms) {
        this.framed = new Framed(length);
        this.reading = reading;
        this.divisionKilograms = divisionKilograms;
    }

    /** @param divisionKilograms smallest step of the bridge */
    public static Weighbridge xk3190(int divisionKilograms) {
        return new Weighbridge(Xk3190Frames.LENGTH, Xk3190Frames::read, divisionKilograms);
    }

    /** Toledo frames that end with a checksum. */
    public static Weighbridge toledo(int divisionKilograms) {
        return new Weighbridge(ToledoFrames.LENGTH + 1, ToledoFrames::withChecksum, divisionKilograms);
    }

    /** Toledo frames that end with the carriage return. */
    public static Weighbridge toledoWithoutChecksum(int divisionKilograms) {
        return new Weighbridge(ToledoFrames.LENGTH, ToledoFrames::withoutChecksum, divisionKilograms);
    }

    @Override
    public List<Decoded> feed(byte[] bytes, Instant now) {
        List<Decoded> decoded = new ArrayList<>();
        for (Optional<WeightFrame> frame : framed.take(bytes, reading)) {
            decoded.add(frame.map(weight -> weighed(weight, now)).orElseGet(() -> new Decoded.Broken("not a whole frame of this indicator")));
        }
        return decoded;
    }

    private Decoded weighed(WeightFrame frame, Instant now) {
        recent.addLast(new Weighed(frame.kilograms(), now));
        while (recent.size() > FRAMES && !recent.getFirst().at().isAfter(now.minus(REST))
                && !secondOf(recent).at().isAfter(now.minus(REST))) {
            recent.removeFirst();
        }
        boolean steady = frame.steadiness().map(Steadiness.STEADY::equals).orElseGet(() -> isAtRest(now));
        boolean moved = said.filter(last -> Math.abs(last - frame.kilograms()) <= divisionKilograms).isEmpty();
        if (frame.kilograms() < EMPTY_BELOW_KILOGRAMS) {
            said = Optional.empty();
            return new Decoded.Alive();
        }
        if (!steady || !moved) {
            return new Decoded.Alive();
        }
        said = Optional.of(frame.kilograms());
        return new Decoded.Observed(new WeightSeen(frame.kilograms(), Steadiness.STEADY));
    }

    private static Weighed secondOf(Deque<Weighed> weighed) {
        return weighed.stream().skip(1).findFirst().orElseThrow();
    }

    private boolean isAtRest(Instant now) {
        int least = recent.stream().mapToInt(Weighed::kilograms).min().orElseThrow();
        int most = recent.stream().mapToInt(Weighed::kilograms).max().orElseThrow();
        return recent.size() >= FRAMES && most - least <= divisionKilograms && !recent.getFirst().at().isAfter(now.minus(REST));
    }
}
