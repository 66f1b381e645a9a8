package io.fairway.edifact.mapping;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found wrong with one message so far, so that one fault is one finding: what the content says about a value already told, or
 * only because of it, is left out, and a remark on a value waits for what the content has to say about it.
 */
final class MessageFindings {
    private static final int MOST_REMEMBERED = 1000;
    private static final String MISSING = "VALUE_MISSING";
    private static final Set<String> FOLLOWING = Set.of("COUNT_DIFFERS", "PACKAGES_DIFFER", "WEIGHT_DIFFERS",
            "CONTAINER_NOT_LISTED", "CONTAINER_NOT_USED", "VOYAGE_DIFFERS", "DATE_FORMAT_UNKNOWN");
    private static final Set<String> SHIFTING = Set.of("SEGMENT_TAG_MISSPELT", "TERMINATOR_NOT_RELEASED", "SEPARATOR_MISSING",
            "SEPARATOR_SUPERFLUOUS", "VALUES_SWAPPED", "TOO_MANY_ELEMENTS", "TOO_MANY_COMPONENTS", "ELEMENT_MISSING", "COMPONENT_MISSING");
    private static final Set<String> CONTAINER_FOLLOWING = Set.of("CONTAINER_NOT_LISTED", "CONTAINER_NOT_USED");

    private final Map<Spot, Finding> remarks = new HashMap<>();
    private final Set<Spot> told = new HashSet<>();
    private final Set<Spot> content = new HashSet<>();
    private boolean shifted;
    private boolean broken;
    private boolean containerRefused;

    /** A component of a segment; element and component 0 mean the whole. */
    private record Spot(int segment, int element, int component) {

        static Spot of(Place place) {
            return new Spot(place.segmentPosition(), place.element(), place.component());
        }

        Spot wholeElement() {
            return new Spot(segment, element, 0);
        }

        Spot wholeSegment() {
            return new Spot(segment, 0, 0);
        }
    }

    /** Takes a finding of the syntax; true when it is kept back until the message ends. */
    boolean keeps(Finding finding) {
        Spot spot = Spot.of(finding.place());
        if (finding.code().equals("CODE_NOT_IN_LIST") && remark(finding)) {
            return true;
        }
        if (finding.isError() && told.size() < MOST_REMEMBERED) {
            boolean shifting = SHIFTING.contains(finding.code());
            told.add(shifting ? spot.wholeSegment() : spot);
            broken |= spot.element() == 0 || finding.place().segment().equals("UNH");
            shifted |= shifting || broken;
        }
        return false;
    }

    /** Keeps a remark back until the message ends; false when there are too many of them. */
    boolean remark(Finding finding) {
        Spot spot = Spot.of(finding.place());
        if (isToldAt(spot) || content.contains(spot)) {
            return true;
        }
        if (remarks.size() < MOST_REMEMBERED) {
            remarks.put(spot, finding);
            return true;
        }
        return false;
    }

    /** Whether segments are missing, misplaced or cut off, so that reading the content would tell the same again. */
    boolean isBroken() {
        return broken;
    }

    /** Whether what the content has to say was said already, or follows from what was said. */
    boolean isSaid(Finding finding) {
        Spot spot = Spot.of(finding.place());
        boolean again = !finding.code().equals(MISSING) && content.size() < MOST_REMEMBERED && !content.add(spot);
        boolean follows = FOLLOWING.contains(finding.code()) && !told.isEmpty() || finding.code().equals(MISSING) && shifted
                || CONTAINER_FOLLOWING.contains(finding.code()) && containerRefused;
        containerRefused |= finding.code().startsWith("CONTAINER_CHECK") || finding.code().startsWith("CONTAINER_NUMBER");
        return isToldAt(spot) || again || follows;
    }

    private boolean isToldAt(Spot spot) {
        return told.contains(spot) || told.contains(spot.wholeElement()) || told.contains(spot.wholeSegment());
    }

    /** The finding of the content, joined with a remark on what is the same fault, which is no longer told itself. */
    Finding joined(Finding finding) {
        Optional<Spot> misspelt = finding.code().equals(MISSING) ? misspeltQualifier(finding) : Optional.empty();
        if (misspelt.isPresent()) {
            Finding remark = remarks.get(misspelt.get());
            remarks.remove(misspelt.get());
            return remark == null ? finding : remark.weighing(Severity.ERROR);
        }
        Finding remark = remarks.remove(Spot.of(finding.place()));
        return remark == null ? finding : new Finding(finding.code(), finding.severity(), finding.edifact().or(remark::edifact),
                finding.place(), finding.found(), finding.expected(), finding.text(), finding.rule(), finding.fix().or(remark::fix),
                finding.quality());
    }

    /** What was looked for is there, but for a slip in its qualifier. */
    private Optional<Spot> misspeltQualifier(Finding missing) {
        return remarks.entrySet().stream().filter(entry -> {
            Finding remark = entry.getValue();
            String meant = remark.place().segment() + "+" + remark.fix().map(Fix::value).orElse("?");
            return missing.expected().endsWith("(" + meant + ")");
        }).map(Map.Entry::getKey).findFirst();
    }

    /** The remarks kept back, in input order. */
    List<Finding> kept() {
        var kept = new ArrayList<>(remarks.values());
        kept.sort((one, other) -> Long.compare(one.place().offset(), other.place().offset()));
        return kept;
    }
}
