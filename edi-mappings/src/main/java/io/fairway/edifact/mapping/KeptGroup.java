package io.fairway.edifact.mapping;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One repetition of a segment group, with its segments and the groups inside it, in input order. Whether a directory makes a
 * segment the trigger of a group of its own or leaves it plain makes no difference to {@link #all} and {@link #find}.
 */
final class KeptGroup {
    private static final int USUAL_SEGMENTS = 4;

    private final String trigger;
    private final List<KeptSegment> segments = new ArrayList<>(USUAL_SEGMENTS);
    private List<KeptGroup> groups = List.of();

    KeptGroup(String trigger) {
        this.trigger = trigger;
    }

    void add(KeptSegment segment) {
        segments.add(segment);
    }

    void add(KeptGroup group) {
        if (groups.isEmpty()) {
            groups = new ArrayList<>(USUAL_SEGMENTS);
        }
        groups.add(group);
    }

    String trigger() {
        return trigger;
    }

    /** The segment that opened the group. */
    Source opening() {
        return new Source(segments.isEmpty() ? Optional.empty() : Optional.of(segments.getFirst()), trigger, place());
    }

    Place place() {
        return segments.isEmpty() ? Place.NOWHERE : segments.getFirst().place();
    }

    /** Segments of the group itself with the tag, without those that open groups inside it. */
    List<KeptSegment> own(String tag) {
        var found = new ArrayList<KeptSegment>();
        collectOwn(tag, found);
        return found;
    }

    private void collectOwn(String tag, List<KeptSegment> found) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).is(tag)) {
                found.add(segments.get(i));
            }
        }
    }

    /** Segments of the group itself with the tag, then those that open groups directly inside it. */
    List<KeptSegment> all(String tag) {
        List<KeptSegment> found = own(tag);
        for (KeptGroup group : groups) {
            if (group.opensWith(tag)) {
                found.add(group.segments.getFirst());
            }
        }
        return found;
    }

    List<KeptSegment> all(String tag, String qualifier) {
        List<KeptSegment> found = all(tag);
        found.removeIf(segment -> !segment.holds(1, 1, qualifier));
        return found;
    }

    /** All segments with the tag and the qualifier, the qualifier noted as used. */
    List<Source> findAll(String tag, String qualifier) {
        var found = new ArrayList<Source>();
        for (KeptSegment segment : all(tag, qualifier)) {
            segment.text(1, 1);
            found.add(Source.of(segment));
        }
        return found;
    }

    List<KeptGroup> groups(String tag) {
        var found = new ArrayList<KeptGroup>();
        for (KeptGroup group : groups) {
            if (group.opensWith(tag)) {
                found.add(group);
            }
        }
        return found;
    }

    private boolean opensWith(String tag) {
        return trigger.equals(tag) && !segments.isEmpty();
    }

    /** The first group that the tag and one of the qualifiers open, in the order of the qualifiers; an empty one when there is none. */
    KeptGroup groupOrEmpty(String tag, String... qualifiers) {
        for (String qualifier : qualifiers) {
            Optional<KeptGroup> found = group(tag, qualifier);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new KeptGroup(tag);
    }

    Optional<KeptGroup> group(String tag, String qualifier) {
        for (KeptGroup group : groups) {
            if (group.opensWith(tag) && group.segments.getFirst().holds(1, 1, qualifier)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** The first segment with the tag. */
    Source find(String tag) {
        return new Source(first(tag, Reach.DIRECT, 0, ""), tag, place());
    }

    /** The first segment with the tag that does not open a group inside. */
    Source findOwn(String tag) {
        return new Source(firstOwn(tag, 0, ""), tag, place());
    }

    /** The first segment with the tag and one of the qualifiers, in the order of the qualifiers. */
    Source find(String tag, String... qualifiers) {
        return match(tag, Reach.DIRECT, 1, qualifiers);
    }

    /** The first measurement of one of the kinds (6313), in the order of the kinds. */
    Source measurement(String... kinds) {
        return match("MEA", Reach.DIRECT, 2, kinds);
    }

    /** As {@link #measurement}, also in the groups inside. */
    Source measurementWithin(String... kinds) {
        return match("MEA", Reach.WITHIN, 2, kinds);
    }

    /** As {@link #find(String, String...)}, also in the groups inside. */
    Source findWithin(String tag, String... qualifiers) {
        return match(tag, Reach.WITHIN, 1, qualifiers);
    }

    /** How far a segment is looked for. */
    private enum Reach {
        /** The group's own segments and those that open groups directly inside it. */
        DIRECT,
        /** All segments of the group and of those inside it. */
        WITHIN
    }

    /** @param element that the qualifier stands in; 0 when any segment will do */
    private Optional<KeptSegment> first(String tag, Reach reach, int element, String qualifier) {
        Optional<KeptSegment> found = firstOwn(tag, element, qualifier);
        for (int i = 0; found.isEmpty() && i < groups.size(); i++) {
            found = switch (reach) {
                case DIRECT -> groups.get(i).openingWith(tag, element, qualifier);
                case WITHIN -> groups.get(i).first(tag, reach, element, qualifier);
            };
        }
        return found;
    }

    private Optional<KeptSegment> firstOwn(String tag, int element, String qualifier) {
        for (int i = 0; i < segments.size(); i++) {
            KeptSegment segment = segments.get(i);
            if (segment.is(tag) && (element == 0 || segment.holds(element, 1, qualifier))) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    private Optional<KeptSegment> openingWith(String tag, int element, String qualifier) {
        boolean isThat = opensWith(tag) && (element == 0 || segments.getFirst().holds(element, 1, qualifier));
        return isThat ? Optional.of(segments.getFirst()) : Optional.empty();
    }

    List<KeptSegment> within(String tag) {
        var found = new ArrayList<KeptSegment>();
        collect(tag, found);
        return found;
    }

    private void collect(String tag, List<KeptSegment> found) {
        collectOwn(tag, found);
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).collect(tag, found);
        }
    }

    /** How many segments and components are kept in the group and in those inside it. */
    int size() {
        int size = 0;
        for (KeptSegment segment : segments) {
            size += segment.size() + 1;
        }
        for (KeptGroup group : groups) {
            size += group.size();
        }
        return size;
    }

    /** Tells each component of the group and the groups inside that was never read, once. */
    void collectUnused(List<Unused> unused) {
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).collectUnused(unused);
        }
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).collectUnused(unused);
        }
    }

    private Source match(String tag, Reach reach, int element, String[] qualifiers) {
        for (String qualifier : qualifiers) {
            Optional<KeptSegment> found = first(tag, reach, element, qualifier);
            if (found.isPresent()) {
                found.get().text(1, 1);
                found.get().text(element, 1);
                return new Source(found, tag, qualifier, place());
            }
        }
        return new Source(Optional.empty(), tag, qualifiers[0], place());
    }
}
