package io.fairway.clearance.gate;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody answers for a rule that did not pass, for one passage.
 *
 * @param person who did it
 * @param second who agreed; needed where two must
 * @param reason in the person's words; never empty
 */
public record SetAside(GateRule rule, By by, String person, Optional<String> second, String reason, Instant at) {
    public SetAside {
        if (reason.isBlank() || person.isBlank()) {
            throw new IllegalArgumentException("An override names its person and a reason");
        }
    }

    /** In what capacity; ordered by nothing: none includes another. */
    public enum By {
        CLERK, TWO_SUPERVISORS, CUSTOMS, RADIATION_AUTHORITY
    }

    /** Whether this is enough for its rule: the right capacity, and two different people where two must. */
    public boolean suffices() {
        boolean capacity = by == rule.overriddenBy() || rule.overriddenBy() == By.CLERK && by == By.TWO_SUPERVISORS;
        return capacity && (by != By.TWO_SUPERVISORS || second.filter(other -> !other.equals(person)).isPresent());
    }
}
