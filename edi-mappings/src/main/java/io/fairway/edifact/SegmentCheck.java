package io.fairway.edifact;

import java.util.List;
import java.util.Optional;

import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.edifact.SegmentTable.ComponentUse;
import io.fairway.edifact.SegmentTable.ElementUse;
import io.fairway.edifact.SegmentTable.Presence;

/** Checks the elements of one segment against its table: presence, number, length, character class, codes. */
final class SegmentCheck {
    /** Composite of a date: qualifier, value, format. */
    private static final String DATE = "C507";

    /** Codes that two sides agreed on begin so; none of a directory's codes is meant. */
    private static final String MUTUALLY_AGREED = "Z";

    private final Findings findings;
    private final Directories directories;
    private final Numbers numbers;
    private final SegmentMending mending;
    private SegmentTable current = new SegmentTable("", "", List.of(), new int[0]);
    private boolean shifted;
    private String directory = "";

    SegmentCheck(Findings findings, Directories directories, Numbers numbers) {
        this.findings = findings;
        this.directories = directories;
        this.numbers = numbers;
        this.mending = new SegmentMending(numbers);
    }

    /** @param name of the directory, for people */
    void use(String name) {
        directory = name;
    }

    void check(ScannedSegment segment, SegmentTable table) {
        shifted = false;
        current = table;
        segment.layOut(table.spread());
        var positions = table.positions();
        int present = segment.elements();
        for (int position = 1; position <= positions.size(); position++) {
            var use = positions.get(position - 1);
            if (position > present || isEmpty(segment, position)) {
                if (use.isMandatory() && !isShifted(segment, position, mending.joined(segment, table, position))) {
                    findings.report(SyntaxRule.ELEMENT_MISSING, segment.place(position, 0), "", use.id(), words(use.name()));
                }
            } else {
                checkElement(segment, position, use);
            }
            if (shifted) {
                return;
            }
        }
        for (int position = positions.size() + 1; position <= present; position++) {
            if (!isEmpty(segment, position)) {
                findings.report(SyntaxRule.TOO_MANY_ELEMENTS, segment.place(position, 0),
                        segment.decode(segment.index(position, 1)), mending.releasedElement(segment, table), positions.size());
                return;
            }
        }
    }

    private static boolean isEmpty(ScannedSegment segment, int position) {
        for (int component = 1; component <= segment.components(position); component++) {
            if (!segment.isEmpty(segment.index(position, component))) {
                return false;
            }
        }
        return true;
    }

    private void checkElement(ScannedSegment segment, int position, ElementUse use) {
        var components = use.components();
        int present = segment.components(position);
        for (int component = 1; component <= components.size(); component++) {
            var expected = components.get(component - 1);
            int index = component > present ? -1 : segment.index(position, component);
            if (index < 0 || segment.isEmpty(index)) {
                if (expected.presence() == Presence.MANDATORY) {
                    findings.report(SyntaxRule.COMPONENT_MISSING, segment.place(position, component), "",
                            expected.element().id(), words(expected.element().name()));
                }
            } else {
                checkValue(segment, position, component, index, components);
            }
            if (shifted) {
                return;
            }
        }
        if (use.id().equals(DATE) && isShifted(segment, position, mending.dated(segment, use, position))) {
            return;
        }
        for (int component = components.size() + 1; component <= present; component++) {
            int index = segment.index(position, component);
            if (!segment.isEmpty(index)) {
                findings.report(SyntaxRule.TOO_MANY_COMPONENTS, segment.place(position, component), segment.decode(index),
                        mending.releasedComponent(segment, use, position), components.size());
                return;
            }
        }
    }

    /** Whether the values stand where they should not; that is told, and the rest of the segment no longer looked at. */
    private boolean isShifted(ScannedSegment segment, int position, Optional<SegmentMending.Mended> mended) {
        mended.ifPresent(found -> {
            shifted = true;
            findings.report(found.rule(), segment.place(position, 0), segment.index(position, 1) < 0 ? "" : segment.excerpt(),
                    Optional.of(found.fix()), found.values());
        });
        return shifted;
    }

    private void checkValue(ScannedSegment segment, int position, int component, int index, List<ComponentUse> components) {
        var element = components.get(component - 1).element();
        switch (element.form()) {
            case N -> checkNumber(segment, position, component, index, element);
            case A -> {
                if (!isAlphabetic(segment, index)) {
                    var letters = segment.decode(index).replace('0', 'O').replace('1', 'I').replace('5', 'S').replace('8', 'B');
                    boolean mended = letters.chars().noneMatch(Character::isDigit);
                    value(SyntaxRule.VALUE_NOT_ALPHABETIC, segment, position, component, mended ? Findings.likely(letters) : Optional.empty(), element, 0);
                }
                checkLength(segment, position, component, element, characters(segment, index));
            }
            case AN -> checkLength(segment, position, component, element, characters(segment, index));
        }
        if (!element.codes().isEmpty() && !element.codes().contains(segment, index)
                && !isOfAnotherList(segment, position, component, components)) {
            var code = segment.decode(index);
            if (findings.isFirst(element.id() + '=' + code)) {
                unlisted(segment.place(position, component), element, code);
            }
        }
    }

    /** Many use a code that came into the list later; that is another matter than one that is in no list, and no slip. */
    private void unlisted(Place place, DataElement element, String code) {
        var later = directories.newestWith(element.id(), code);
        var meant = later.isPresent() || code.startsWith(MUTUALLY_AGREED) ? Optional.<String>empty()
                : Guess.of(code, List.of(element.codes().listed().split(",")));
        findings.report(SyntaxRule.CODE_NOT_IN_LIST, place, code, meant.flatMap(Findings::likely), words(element.name()), element.id(), directory,
                later.map(" (%s has it)"::formatted).orElse(""), later.map("（%s 有此代码）"::formatted).orElse(""));
    }

    /** A code list named by 1131 or 3055 takes the place of the directory's own (first in the same composite, after the code). */
    private static boolean isOfAnotherList(ScannedSegment segment, int position, int component, List<ComponentUse> components) {
        for (int other = component + 1; other <= components.size() && other <= segment.components(position); other++) {
            var id = components.get(other - 1).element().id();
            if ((id.equals("1131") || id.equals("3055")) && !segment.isEmpty(segment.index(position, other))) {
                return true;
            }
        }
        return false;
    }

    private void checkNumber(ScannedSegment segment, int position, int component, int index, DataElement element) {
        int digits = numbers.digits(segment, index);
        if (digits >= 0) {
            // a sign may stand where a leading zero would: -18 in three places
            boolean isSigned = segment.byteAt(segment.from(index)) == '-' && digits + 1 == element.minimum();
            checkLength(segment, position, component, element, isSigned ? element.minimum() : digits);
            return;
        }
        var problem = numbers.problem(segment.decode(index));
        value(problem.rule(), segment, position, component, problem.fix(), element, 0);
    }

    private void checkLength(ScannedSegment segment, int position, int component, DataElement element, int length) {
        if (length > element.maximum()) {
            var stripped = segment.decode(segment.index(position, component)).strip();
            boolean mended = element.form() != DataElement.Form.N && !stripped.isEmpty() && stripped.length() <= element.maximum();
            value(SyntaxRule.VALUE_TOO_LONG, segment, position, component, mended ? Findings.likely(stripped) : Optional.empty(), element, length);
        } else if (length < element.minimum() && element.form() == DataElement.Form.N && !element.isOfService()) {
            var number = segment.decode(segment.index(position, component));
            int sign = number.startsWith("-") ? 1 : 0;
            var padded = number.substring(0, sign) + "0".repeat(element.minimum() - length) + number.substring(sign);
            value(SyntaxRule.NUMBER_TOO_SHORT, segment, position, component, Findings.likely(padded), element, length);
        } else if (length < element.minimum()) {
            value(SyntaxRule.VALUE_TOO_SHORT, segment, position, component, Optional.empty(), element, length);
        }
    }

    private void value(SyntaxRule rule, ScannedSegment segment, int position, int component, Optional<Fix> fix, DataElement element,
            int length) {
        if (isShifted(segment, position, mending.of(segment, current, position, component))) {
            return;
        }
        Object limit = switch (rule) {
            case VALUE_TOO_SHORT -> element.minimum();
            case DECIMAL_MARK -> numbers.mark();
            default -> element.maximum();
        };
        findings.report(rule, segment.place(position, component), segment.decode(segment.index(position, component)), fix,
                words(element.name()) + " (" + element.id() + ")", limit, element.representation(), length);
    }

    private static int characters(ScannedSegment segment, int index) {
        if (segment.isPlain()) {
            return segment.byteLength(index);
        }
        var value = segment.decode(index);
        return value.codePointCount(0, value.length());
    }

    private static boolean isAlphabetic(ScannedSegment segment, int index) {
        int from = segment.from(index);
        for (int i = 0; i < segment.byteLength(index); i++) {
            byte value = segment.byteAt(from + i);
            if (value >= '0' && value <= '9') {
                return false;
            }
        }
        return true;
    }

    /** {@code NumberOfPackages} becomes {@code number of packages}. */
    static String words(String joined) {
        var words = new StringBuilder(joined.length() + 8);
        for (int i = 0; i < joined.length(); i++) {
            char character = joined.charAt(i);
            boolean begins = Character.isUpperCase(character) && i > 0 && !Character.isUpperCase(joined.charAt(i - 1));
            boolean acronym = i + 1 < joined.length() && Character.isUpperCase(joined.charAt(i + 1));
            words.append(begins ? " " : "").append(acronym ? character : Character.toLowerCase(character));
        }
        return words.toString();
    }
}
