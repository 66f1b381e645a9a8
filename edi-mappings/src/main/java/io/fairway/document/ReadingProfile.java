package io.fairway.document;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Severity;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one counterpart's input is to be read.
 *
 * @param zone zone of local times (EDIFACT 2379 formats without zone)
 * @param charset overrides the repertoire of UNB 0001, as some guides demand
 * @param severities severity per finding code where it differs from the default; a code with {@code @} and a segment tag, for example
 *        {@code SEGMENT_MISSING@CNT}, goes before the code alone
 * @param overlay what the counterpart does otherwise than the EDIFACT directories say, in lines of the form that
 *        {@code io.fairway.edifact.Overlay} tells; it is laid over the one of the association code (UNH 0057)
 */
public record ReadingProfile(ZoneId zone, Optional<Charset> charset, Map<String, Severity> severities, List<String> overlay) {
    public ReadingProfile {
        severities = Map.copyOf(severities);
        overlay = List.copyOf(overlay);
    }

    /** Of a counterpart that keeps to the directories. */
    public ReadingProfile(ZoneId zone, Optional<Charset> charset, Map<String, Severity> severities) {
        this(zone, charset, severities, List.of());
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
