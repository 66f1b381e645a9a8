package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.ManifestLodged;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Time limits for lodging: overdue is a finding, never a refusal. */
final class Lateness {

    private Lateness() {
    }

    /** Loading ends before departure, so a manifest received within the lead before departure was late for certain. */
    static List<Finding> of(List<RecordedEvent> events, ClearanceRules rules) {
        return events.stream().filter(recorded -> isLate(recorded, rules)).map(recorded -> manifestLate(rules)).toList();
    }

    private static boolean isLate(RecordedEvent recorded, ClearanceRules rules) {
        Optional<Instant> departed = recorded.event() instanceof ManifestLodged lodged ? lodged.manifest().departedAt() : Optional.empty();
        return departed.filter(at -> recorded.receivedAt().isAfter(at.minus(rules.manifestLead()))).isPresent();
    }

    private static Finding manifestLate(ClearanceRules rules) {
        long hours = rules.manifestLead().toHours();
        return new Finding("MANIFEST_LATE", Severity.WARNING, Optional.empty(), Place.NOWHERE, "",
                "lodged at least " + hours + " hours before loading",
                new Text("The manifest was lodged less than " + hours + " hours before loading.", "舱单未在装船前" + hours + "小时申报。"),
                "Rules on manifests of ships (GACC order 172), original manifest", Optional.empty(), Quality.TIMELINESS);
    }
}
