package io.fairway.clearance.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Ids of gate transactions: G, direction, day, lane and time of day, for example {@code GO260306-OUT03-021331120} (UTC). */
final class TransactionNames {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmssSSS").withZone(ZoneOffset.UTC);

    private TransactionNames() {
    }

    static String of(LaneProfile profile, Instant start) {
        String direction = profile.direction() == LaneProfile.Direction.IN ? "I" : "O";
        return "G" + direction + DAY.format(start) + "-" + profile.lane() + "-" + TIME.format(start);
    }
}
