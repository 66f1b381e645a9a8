package io.fairway.document;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Severity;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * How one counterpart's input is to be read.
 *
 * @param zone zone of local times (EDIFACT 2379 formats without zone)
 * @param charset overrides the repertoire of UNB 0001, as some guides demand
 * @param severities severity per finding code where it differs from the default; a code with {@code @} and a segment tag, for example
 *        {@code SEGMENT_MISSING@CNT}, goes before the code alone
 */
public record ReadingProfile(ZoneId zone, Optional<Charset> charset, Map<String, Severity> severities) {
    public ReadingProfile {
        severities = Map.copyOf(severities);
    }

    /** How much a finding weighs with this counterpart. */
    public Severity severityOf(String code, Place place, Severity usual) {
        Severity ofCode = severities.getOrDefault(code, usual);
        return severities.isEmpty() ? usual : severities.getOrDefault(code + "@" + place.segment(), ofCode);
    }

    /** The finding as it weighs with this counterpart. */
    public Finding weigh(Finding finding) {
        return finding.weighing(severityOf(finding.code(), finding.place(), finding.severity()));
    }
}
