package io.fairway.edifact;

import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Edit;
import io.fairway.document.finding.Fix;
import io.fairway.edifact.SegmentTable.ElementUse;
import java.util.List;
import java.util.Optional;

/** Finds out whether the values of a segment would all fit if one separator more or less, or two values the other way round, stood in it. */
final class SegmentMending {
    private static final int LONGEST = 350;
    private static final int SHORTEST_TEXT = 12;

    private final Numbers numbers;

    SegmentMending(Numbers numbers) {
        this.numbers = numbers;
    }

    /** What was found out: the rule broken, the segment as it should stand, and what the sentences name. */
    record Mended(SyntaxRule rule, Fix fix, Object... values) {
    }

    /** @param component the one whose value does not fit */
    Optional<Mended> of(ScannedSegment segment, SegmentTable table, int position, int component) {
        var raw = segment.plainText(LONGEST);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        return swapped(segment, table.positions().get(position - 1), position, component, raw.get())
                .or(() -> split(segment, table, position, component, raw.get()));
    }

    /** The segment without the separator before an element that is there one place too late. */
    Optional<Mended> joined(ScannedSegment segment, SegmentTable table, int position) {
        int next = segment.index(position + 1, 1);
        var use = table.positions().get(position - 1);
        var raw = segment.plainText(LONGEST);
        if (raw.isEmpty() || next < 0 || segment.index(position, 1) < 0 || position >= table.positions().size()) {
            return Optional.empty();
        }
        boolean meant = isMeant(segment.decode(next), use.components().getFirst().element())
                && segment.components(position + 1) <= use.components().size()
                && (!use.components().getFirst().element().codes().isEmpty()
                        || !fits(segment.decode(next), table.positions().get(position).components().getFirst().element()));
        int cut = segment.from(segment.index(position, 1));
        return meant ? Optional.of(mended(SyntaxRule.SEPARATOR_SUPERFLUOUS, raw.get().substring(0, cut) + raw.get().substring(cut + 1), use.id(),
                SegmentCheck.words(use.name()))) : Optional.empty();
    }

    /** The segment with the first separator released that splits a text in two, when it has one element too many. */
    Optional<Fix> releasedElement(ScannedSegment segment, SegmentTable table) {
        var positions = table.positions();
        for (int position = 1; position <= positions.size() && segment.elements() == positions.size() + 1; position++) {
            int last = segment.components(position);
            if (last == 0) {
                continue;
            }
            var element = positions.get(position - 1).components().get(Math.min(last, positions.get(position - 1).components().size()) - 1).element();
            int next = segment.index(position + 1, 1);
            if (isText(element) && next >= 0 && !segment.isEmpty(segment.index(position, last)) && !segment.isEmpty(next)) {
                return released(segment, next);
            }
        }
        return Optional.empty();
    }

    /** The segment with the separator released behind the last component that an element may have, when that is a text. */
    Optional<Fix> releasedComponent(ScannedSegment segment, ElementUse use, int position) {
        boolean oneMore = segment.components(position) == use.components().size() + 1;
        return oneMore && isText(use.components().getLast().element()) ? released(segment, segment.index(position, use.components().size() + 1))
                : Optional.empty();
    }

    private static Optional<Fix> released(ScannedSegment segment, int next) {
        int cut = segment.from(next) - 1;
        return segment.plainText(LONGEST).map(raw -> new Fix(raw.substring(0, cut) + segment.kinds().delimiters().release()
                + raw.substring(cut), Certainty.LIKELY, Edit.SEGMENT));
    }

    private static boolean isText(DataElement element) {
        return element.form() == DataElement.Form.AN && element.codes().isEmpty() && element.maximum() >= SHORTEST_TEXT;
    }

    private Optional<Mended> swapped(ScannedSegment segment, ElementUse use, int position, int component, String raw) {
        for (int other : List.of(component + 1, component - 1)) {
            int first = segment.index(position, Math.min(component, other));
            int second = segment.index(position, Math.max(component, other));
            if (first < 0 || second < 0 || other > use.components().size()) {
                continue;
            }
            var one = use.components().get(Math.min(component, other) - 1).element();
            var two = use.components().get(Math.max(component, other) - 1).element();
            if (isMeant(segment.decode(second), one) && isMeant(segment.decode(first), two) && !segment.isEmpty(first) && !segment.isEmpty(second)) {
                int from = segment.from(first);
                int middle = segment.from(second);
                int end = middle + segment.byteLength(second);
                return Optional.of(mended(SyntaxRule.VALUES_SWAPPED, raw.substring(0, from) + raw.substring(middle, end)
                        + raw.charAt(middle - 1) + raw.substring(from, from + segment.byteLength(first)) + raw.substring(end),
                        segment.decode(second), segment.decode(first)));
            }
        }
        return Optional.empty();
    }

    /** A code with the next value run into it. */
    private Optional<Mended> split(ScannedSegment segment, SegmentTable table, int position, int component, String raw) {
        var use = table.positions().get(position - 1);
        var coded = use.components().get(component - 1).element();
        int index = segment.index(position, component);
        boolean lastComponent = component == use.components().size();
        if (coded.codes().isEmpty() || lastComponent && position == table.positions().size()) {
            return Optional.empty();
        }
        var value = segment.decode(index);
        var next = lastComponent ? table.positions().get(position).components().getFirst().element() : use.components().get(component).element();
        char separator = lastComponent ? segment.kinds().delimiters().element() : segment.kinds().delimiters().component();
        boolean nextIsFree = lastComponent || segment.components(position) == component;
        for (int length = Math.min(coded.maximum(), value.length() - 1); length > 0 && nextIsFree; length--) {
            if (List.of(coded.codes().listed().split(",")).contains(value.substring(0, length)) && fits(value.substring(length), next)) {
                int cut = segment.from(index) + length;
                return Optional.of(mended(SyntaxRule.SEPARATOR_MISSING, raw.substring(0, cut) + separator + raw.substring(cut),
                        value.substring(0, length)));
            }
        }
        return Optional.empty();
    }

    /** A date with its format code run into it. */
    Optional<Mended> dated(ScannedSegment segment, ElementUse use, int position) {
        int index = segment.index(position, 2);
        var raw = segment.plainText(LONGEST);
        if (index < 0 || segment.components(position) != 2 || use.components().size() < 3 || raw.isEmpty()) {
            return Optional.empty();
        }
        var value = segment.decode(index);
        int cut = value.length() - 3;
        boolean runIn = value.matches("[0-9]{9}|[0-9]{11}|[0-9]{13}|[0-9]{15}|[0-9]{17}")
                && use.components().get(2).element().codes().listed().contains(value.substring(cut));
        int at = segment.from(index) + cut;
        return runIn ? Optional.of(mended(SyntaxRule.SEPARATOR_MISSING, raw.get().substring(0, at)
                + segment.kinds().delimiters().component() + raw.get().substring(at), value.substring(0, cut))) : Optional.empty();
    }

    private static Mended mended(SyntaxRule rule, String text, Object... values) {
        return new Mended(rule, new Fix(text, Certainty.LIKELY, Edit.SEGMENT), values);
    }

    /** Fits, and is in the list when there is one. */
    private boolean isMeant(String value, DataElement element) {
        return fits(value, element) && (element.codes().isEmpty() || List.of(element.codes().listed().split(",")).contains(value));
    }

    private boolean fits(String value, DataElement element) {
        int length = value.codePointCount(0, value.length());
        return switch (element.form()) {
            case N -> numbers.isNumber(value) && value.chars().filter(Character::isDigit).count() <= element.maximum();
            case A -> value.chars().noneMatch(Character::isDigit) && length <= element.maximum() && length >= element.minimum();
            case AN -> length <= element.maximum() && length >= element.minimum();
        };
    }
}
