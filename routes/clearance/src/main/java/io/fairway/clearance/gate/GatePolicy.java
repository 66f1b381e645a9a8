package io.fairway.clearance.gate;

import java.time.Duration;

/**
 * What a port sets about its gates.
 *
 * @param leastConfidence below it a reading of a camera does not count
 * @param toleranceKilograms and {@code tolerancePercent}: the larger of both is allowed between measured and expected mass at the exit
 * @param vgmToleranceKilograms and {@code vgmTolerancePercent}: the smaller of both is allowed against the verified gross mass (MSA)
 * @param heaviestTruckKilograms legal limit of the whole truck
 * @param highestBackground gamma background above which the portal is not believed, counts per second
 * @param oldestReading a device whose clock is farther away than this does not count
 * @param window how long one passage may take
 * @param before how long before the truck is detected a reading may have been made
 * @param patience how long after detection a decision waits for readings
 */
public record GatePolicy(double leastConfidence, int toleranceKilograms, int tolerancePercent, int vgmToleranceKilograms,
                         int vgmTolerancePercent, int heaviestTruckKilograms, int highestBackground, Duration oldestReading,
                         Duration window, Duration before, Duration patience) {

    /** The values of the guide: 300 kg or 2 per cent at the exit, 1 t or 5 per cent against the VGM, 49 t, 180 s, 10 s, 60 s. */
    public static final GatePolicy STANDARD = new GatePolicy(0.7, 300, 2, 1000, 5, 49_000, 5_000, Duration.ofSeconds(60),
            Duration.ofSeconds(180), Duration.ofSeconds(10), Duration.ofSeconds(20));
}
