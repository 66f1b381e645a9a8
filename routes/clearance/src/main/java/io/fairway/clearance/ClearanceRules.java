package io.fairway.clearance;

import java.time.Duration;

/**
 * What a port decides about its rules.
 *
 * @param preLodging whether a declaration may go to customs before the manifest is accepted
 * @param portExamination what ends customs' own examination at the port
 * @param manifestLead how long before loading a manifest is due; later is a finding, not a refusal
 */
public record ClearanceRules(PreLodging preLodging, PortExamination portExamination, Duration manifestLead) {

    /** The rules for container ships to China: 24 hours before loading; declarations wait for the manifest. */
    public static final ClearanceRules STANDARD =
            new ClearanceRules(PreLodging.WAITS_FOR_MANIFEST, PortExamination.ENDS_WITH_RELEASE, Duration.ofHours(24));

    /** What happens to a declaration that comes before the manifest is accepted. */
    public enum PreLodging {
        WAITS_FOR_MANIFEST, GOES_TO_CUSTOMS
    }

    /**
     * CUSRES D.96B and the WCO response codes have no code for "examination passed": where customs speaks those, its own release
     * says so. Orders of other agencies always need their result.
     */
    public enum PortExamination {
        ENDS_WITH_RELEASE, NEEDS_RESULT
    }
}
