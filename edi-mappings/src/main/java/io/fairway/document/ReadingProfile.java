package io.fairway.document;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Severity;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern OVERLAY_LINE = Pattern.compile("codes [0-9]{4} any|codes [0-9]{4} \\+( [^ ,+:']{1,8})+"
            + "|length [0-9]{4} [0-9]{1,4}-[0-9]{1,4}|class [0-9]{4} (a|n|an)|optional [0-9]{4}"
            + "|inside [A-Z]{6} D\\.[0-9]{2}[AB] [A-Z0-9]{3}(/[A-Z0-9]{3})* [A-Z0-9]{3}:1:1( [A-Z0-9]{3}:[01]:[0-9]{1,5}"
            + "| \\([01]:[0-9]{1,5} [A-Z0-9]{3}:1:1| \\))*"
            + "|occurs ([A-Z]{6}|\\*) [A-Z0-9]{3}(/[A-Z0-9]{3})* [0-9]:[0-9]{1,6}");

    public ReadingProfile {
        severities = Map.copyOf(severities);
        overlay = List.copyOf(overlay);
    }

    /**
     * The line, when it has one of the forms of an overlay.
     *
     * @throws IllegalArgumentException when it has not, naming it
     */
    public static String overlayLine(String line) {
        if (!OVERLAY_LINE.matcher(line).matches()) {
            throw new IllegalArgumentException("Not a line of an overlay: " + line);
        }
        return line;
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
