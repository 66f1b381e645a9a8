package io.fairway.usecase.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Something the hub gave up or could not read, as its operator sees it. Its bytes are handed out apart from it, and whoever asks for them is
 * written down.
 *
 * @param party whose it is: the sender, or the recipient of something outbound
 * @param parked whether it can be tried again; what was read and refused cannot
 * @param way the channel it came by, or the dialect it goes in
 * @param digest SHA-256 of its bytes, lower-case hexadecimal; absent while there are none
 * @param repairable whether a repaired copy can be submitted in its place
 * @param findings what is wrong with it as a whole
 * @param repairs copies that were submitted so far, oldest first
 */
public record StuckView(UUID id, OverdueView.Kind kind, String party, Instant since, boolean parked, int attempts, Optional<String> cause,
                        String way, Optional<String> digest, OptionalLong length, boolean repairable, List<FindingView> findings,
                        List<RepairView> repairs) {
    public StuckView {
        findings = List.copyOf(findings);
        repairs = List.copyOf(repairs);
    }
}
