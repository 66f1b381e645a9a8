package io.fairway.edifact.mapping;

import io.fairway.document.finding.Place;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a value is to be read from, or would have been.
 *
 * @param tag of the segment that was looked for
 * @param qualifier that was looked for; empty when any would do
 * @param scope where it was looked for, the place to tell when it is missing
 */
record Source(Optional<KeptSegment> segment, String tag, String qualifier, Place scope) {

    /** Any segment with the tag. */
    Source(Optional<KeptSegment> segment, String tag, Place scope) {
        this(segment, tag, "", scope);
    }

    /** What was looked for, for example {@code RFF+BM}. */
    String wanted() {
        return qualifier.isEmpty() ? tag : tag + "+" + qualifier;
    }

    static Source of(KeptSegment segment) {
        return new Source(Optional.of(segment), segment.tag(), segment.place());
    }

    boolean isPresent() {
        return segment.isPresent();
    }

    /** This source when it is there, else the other. */
    Source or(Supplier<Source> other) {
        if (isPresent()) {
            return this;
        }
        Source second = other.get();
        return second.isPresent() ? second : this;
    }

    /** The value, without the note that it was used; empty when absent. */
    boolean holds(int element, int component, String value) {
        return segment.map(kept -> kept.holds(element, component, value)).orElse(value.isEmpty());
    }

    String text(int element, int component) {
        return segment.isPresent() ? segment.get().text(element, component) : "";
    }

    Place place(int element, int component) {
        return segment.map(kept -> kept.place(element, component)).orElse(scope);
    }
}
