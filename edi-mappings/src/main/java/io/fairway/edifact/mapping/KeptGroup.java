package io.fairway.edifact.mapping;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One repetition of a segment group, with its segments and the groups inside it, in input order. Whether a directory makes a
 * segment the trigger of a group of its own or leaves it plain makes no difference to {@link #all} and {@link #find}.
 */
final class KeptGroup {
    private static final Predicate<KeptSegment> ANY = segment -> true;

    private final String trigger;
    private final List<KeptSegment> segments = new ArrayList<>();
    private final List<KeptGroup> groups = new ArrayList<>();

    KeptGroup(String trigger) {
        this.trigger = trigger;
    }

    void add(KeptSegment segment) {
        segments.add(segment);
    }

    void add(KeptGroup group) {
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
        for (KeptSegment segment : segments) {
            if (segment.tag().equals(tag)) {
                found.add(segment);
            }
        }
        return found;
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
        return new Source(firstOwn(tag, ANY).or(() -> firstOpening(tag, ANY)), tag, place());
    }

    /** The first segment with the tag that does not open a group inside. */
    Source findOwn(String tag) {
        return new Source(firstOwn(tag, ANY), tag, place());
    }

    /** The first segment with the tag and one of the qualifiers, in the order of the qualifiers. */
    Source find(String tag, String... qualifiers) {
        return match(tag, 1, qualifiers, qualified -> firstOwn(tag, qualified).or(() -> firstOpening(tag, qualified)));
    }

    /** The first measurement of one of the kinds (6313), in the order of the kinds. */
    Source measurement(String... kinds) {
        return match("MEA", 2, kinds, qualified -> firstOwn("MEA", qualified).or(() -> firstOpening("MEA", qualified)));
    }

    /** As {@link #measurement}, also in the groups inside. */
    Source measurementWithin(String... kinds) {
        return match("MEA", 2, kinds, qualified -> firstWithin("MEA", qualified));
    }

    /** As {@link #find(String, String...)}, also in the groups inside. */
    Source findWithin(String tag, String... qualifiers) {
        return match(tag, 1, qualifiers, qualified -> firstWithin(tag, qualified));
    }

    private Optional<KeptSegment> firstOwn(String tag, Predicate<KeptSegment> wanted) {
        for (KeptSegment segment : segments) {
            if (segment.tag().equals(tag) && wanted.test(segment)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    private Optional<KeptSegment> firstOpening(String tag, Predicate<KeptSegment> wanted) {
        for (KeptGroup group : groups) {
            if (group.opensWith(tag) && wanted.test(group.segments.getFirst())) {
                return Optional.of(group.segments.getFirst());
            }
        }
        return Optional.empty();
    }

    private Optional<KeptSegment> firstWithin(String tag, Predicate<KeptSegment> wanted) {
        Optional<KeptSegment> found = firstOwn(tag, wanted);
        for (int i = 0; found.isEmpty() && i < groups.size(); i++) {
            found = groups.get(i).firstWithin(tag, wanted);
        }
        return found;
    }

    List<KeptSegment> within(String tag) {
        List<KeptSegment> found = own(tag);
        for (KeptGroup group : groups) {
            found.addAll(group.within(tag));
        }
        return found;
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
        segments.forEach(segment -> segment.collectUnused(unused));
        groups.forEach(group -> group.collectUnused(unused));
    }

    /** @param first finds the first segment that is so qualified */
    private Source match(String tag, int element, String[] qualifiers, Function<Predicate<KeptSegment>, Optional<KeptSegment>> first) {
        for (String qualifier : qualifiers) {
            Optional<KeptSegment> found = first.apply(segment -> segment.holds(element, 1, qualifier));
            if (found.isPresent()) {
                found.get().text(1, 1);
                found.get().text(element, 1);
                return new Source(found, tag, qualifier, place());
            }
        }
        return new Source(Optional.empty(), tag, qualifiers[0], place());
    }
}
