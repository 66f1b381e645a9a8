package io.fairway.document;

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
 * @param severities severity per finding code where it differs from the default
 */
public record ReadingProfile(ZoneId zone, Optional<Charset> charset, Map<String, Severity> severities) {
    public ReadingProfile {
        severities = Map.copyOf(severities);
    }
}
