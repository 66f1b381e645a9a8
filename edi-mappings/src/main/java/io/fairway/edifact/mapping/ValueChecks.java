package io.fairway.edifact.mapping;

import io.fairway.document.ReadingProfile;
import io.fairway.document.code.CodeList;
import io.fairway.document.code.CodeLists;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Severity;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.UnLocode;
import io.fairway.edifact.Guess;
import io.fairway.edifact.Segment;
import io.fairway.edifact.SegmentHandler;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks at the values that mean the same in every message, whether its mapping reads them or not: container numbers, ships, ports and
 * dates. What is wrong with them is a warning; where a mapping needs the value, it says so itself and more strictly.
 */
final class ValueChecks implements SegmentHandler {
    private static final String SHIP_BY_IMO_NUMBER = "146";
    /** Formats of periods, times alone, weeks, months and quarters (2379 6xx to 8xx), whose values may look like dates. */
    private static final Pattern PERIODS = Pattern.compile("[4-8][0-9]{2}|1[0-9]{2}");
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    /** Cells are numbered, whatever list a sender names. */
    private static final String STOWAGE_CELL = "147";
    private static final String LOCODE_LIST = "139";

    private final SegmentHandler mapping;
    private final ReadingProfile profile;
    private final CodeLists lists;
    private final Consumer<Finding> remarks;

    /** @param mapping who reads the message; hears everything first */
    ValueChecks(SegmentHandler mapping, ReadingProfile profile, CodeLists lists, Consumer<Finding> remarks) {
        this.mapping = mapping;
        this.profile = profile;
        this.lists = lists;
        this.remarks = remarks;
    }

    @Override
    public void groupStarted(String trigger, int depth) {
        mapping.groupStarted(trigger, depth);
    }

    @Override
    public void groupEnded(String trigger, int depth) {
        mapping.groupEnded(trigger, depth);
    }

    @Override
    public void segment(Segment segment) {
        mapping.segment(segment);
        switch (segment.tag()) {
            case "EQD" -> {
                if (segment.text(1).equals("CN")) {
                    check(segment, 2, 1, ContainerNumber::new);
                }
            }
            case "LOC" -> {
                if (segment.text(2, 2).equals(LOCODE_LIST) && !segment.text(1).equals(STOWAGE_CELL)) {
                    check(segment, 2, 1, UnLocode::new);
                    checkKnown(segment);
                }
            }
            case "TDT" -> {
                if (segment.text(8, 2).equals(SHIP_BY_IMO_NUMBER) && segment.text(8, 1).length() == 7) {
                    check(segment, 8, 1, ImoNumber::new);
                }
            }
            case "DTM" -> DateTimeFormat.of(segment.text(1, 3), segment.text(1, 2)).ifPresentOrElse(format -> checkDate(segment, format),
                    () -> checkFormat(segment));
            default -> {
                // nothing that means the same everywhere
            }
        }
    }

    /** A value that is a date, but in another format than it says, is that and no impossible date. */
    private void checkDate(Segment segment, DateTimeFormat format) {
        String value = segment.text(1, 2);
        Optional<DateTimeFormat> meant = format.hasLengthOf(value) ? Optional.empty() : DateTimeFormat.meant(value);
        meant.ifPresentOrElse(other -> tell(ContentRule.DATE_FORMAT_DIFFERS.finding(profile, segment.place(1, 3), segment.text(1, 3),
                other.said(value), Optional.of(new Fix(other.code(), Certainty.LIKELY)))), () -> check(segment, 1, 2, format::date));
    }

    /** Formats that are not read here are no fault, unless the value is plainly in another one. */
    private void checkFormat(Segment segment) {
        String value = segment.text(1, 2);
        DateTimeFormat.meant(value).filter(meant -> !PERIODS.matcher(segment.text(1, 3)).matches()).ifPresent(meant ->
                tell(ContentRule.DATE_FORMAT_UNKNOWN.finding(profile, segment.place(1, 3), segment.text(1, 3),
                        "one of " + DateTimeFormat.supported(), Optional.of(new Fix(meant.code(), Certainty.LIKELY)))));
    }

    /** A form that is good may still name no place; only a list that was loaded can tell. */
    private void checkKnown(Segment segment) {
        String place = segment.text(2, 1);
        lists.named(CodeList.UN_LOCODE).filter(list -> FORM.matcher(place).matches() && !list.codes().contains(place)).ifPresent(list ->
                tell(ContentRule.UNLOCODE_UNKNOWN.finding(profile, segment.place(2, 1), place, list.title(),
                        Guess.of(place, list.codes()).map(meant -> new Fix(meant, Certainty.LIKELY))).judgedBy(list.title())));
    }

    private void tell(Finding finding) {
        remarks.accept(profile.weigh(finding.weighing(Severity.WARNING)));
    }

    private void check(Segment segment, int element, int component, Consumer<String> make) {
        String value = segment.text(element, component);
        if (value.isEmpty()) {
            return;
        }
        try {
            make.accept(value);
        } catch (RefusedValueException refused) {
            tell(ContentRule.refused(profile, segment.place(element, component), value, refused));
        }
    }
}
