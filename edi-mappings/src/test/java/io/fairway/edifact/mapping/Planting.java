package io.fairway.edifact.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A sound interchange cut into its components, in which faults are planted. Only for interchanges with the usual service characters
 * and one message.
 */
final class Planting {
    private final String text;
    private final List<Spot> spots = new ArrayList<>();
    private final Random random;

    Planting(String text, Random random) {
        this.text = text;
        this.random = random;
        cut();
    }

    /** A component: where it stands in the message and in the bytes. Element 0 is the tag. */
    record Spot(String tag, int segment, int element, int component, int from, int to, String value) {
    }

    /**
     * A fault planted.
     *
     * @param text the interchange with the fault
     * @param spot where it is, as a finding should say; a component of 0 when the element or segment is meant
     * @param code what the finding should be called
     * @param fix the value that would undo it; empty when none can be derived
     */
    record Planted(String kind, String text, Spot spot, List<String> code, Optional<String> fix) {
    }

    private void cut() {
        int at = text.startsWith("UNA") ? 9 : 0;
        int position = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                at++;
                continue;
            }
            int end = end(at);
            String tag = text.substring(at, at + 3);
            position = tag.equals("UNH") ? 1 : position == 0 || tag.equals("UNZ") ? 0 : position + 1;
            cutSegment(tag, position, at, end);
            at = end + 1;
        }
    }

    private int end(int from) {
        int end = from;
        while (text.charAt(end) != '\'') {
            end += text.charAt(end) == '?' ? 2 : 1;
        }
        return end;
    }

    private void cutSegment(String tag, int position, int start, int end) {
        int element = 0;
        int component = 1;
        int from = start;
        for (int i = start; i <= end; i++) {
            char character = text.charAt(i);
            if (character == '?') {
                i++;
            } else if (character == '+' || character == ':' || i == end) {
                spots.add(new Spot(tag, position, element, component, from, i, text.substring(from, i)));
                element += character == '+' ? 1 : 0;
                component = character == '+' ? 1 : component + 1;
                from = i + 1;
            }
        }
    }

    /** One of the components that are so, by chance. */
    Optional<Spot> any(Predicate<Spot> wanted) {
        List<Spot> found = spots.stream().filter(spot -> spot.segment() > 1 || spot.tag().equals("UNZ")).filter(wanted).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    Optional<Spot> first(String tag, int element, int component) {
        return spots.stream().filter(spot -> spot.tag().equals(tag) && spot.element() == element && spot.component() == component).findFirst();
    }

    /** The component right of it in the same element. */
    Optional<Spot> next(Spot spot) {
        return spots.stream().filter(other -> other.from() == spot.to() + 1 && other.element() == spot.element()).findFirst();
    }

    /** The segment of the component as it stands, without terminator. */
    String segment(Spot spot) {
        int start = spots.stream().filter(other -> other.segment() == spot.segment() && other.tag().equals(spot.tag()) && other.element() == 0)
                .findFirst().orElseThrow().from();
        return text.substring(start, end(start));
    }

    String with(Spot spot, String other) {
        return text.substring(0, spot.from()) + other + text.substring(spot.to());
    }

    /** Without the segment of which the spot is the tag. */
    String without(Spot tag) {
        int next = end(tag.from()) + 1;
        while (next < text.length() && (text.charAt(next) == '\n' || text.charAt(next) == '\r')) {
            next++;
        }
        return text.substring(0, tag.from()) + text.substring(next);
    }

    /** The tag of the segment behind the one of which the spot is the tag. */
    Optional<Spot> following(Spot tag) {
        return spots.stream().filter(other -> other.segment() == tag.segment() + 1 && other.element() == 0).findFirst();
    }

    /** With two segments that follow each other the other way round. */
    String swapped(Spot first, Spot second) {
        String one = segment(first);
        String other = segment(second);
        return text.substring(0, first.from()) + other + text.substring(first.from() + one.length(), second.from()) + one
                + text.substring(second.from() + other.length());
    }

    String insert(Spot before, String more) {
        return text.substring(0, before.from()) + more + text.substring(before.from());
    }

    int length() {
        return text.length();
    }

    String text() {
        return text;
    }
}
