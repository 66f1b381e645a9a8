package io.fairway.edifact;

import io.fairway.document.ReadingProfile;
import io.fairway.edifact.DataElement.Codes;
import io.fairway.edifact.DataElement.Form;
import io.fairway.edifact.MessageTable.Node;
import io.fairway.edifact.SegmentTable.ComponentUse;
import io.fairway.edifact.SegmentTable.ElementUse;
import io.fairway.edifact.SegmentTable.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an association or a counterpart agreed to do otherwise than the directory says, as lines of text, so that it needs no code:
 *
 * <pre>
 * # a comment
 * codes 8155 any               the element takes every code
 * codes 3227 + 88 147          the element takes these codes too
 * length 1154 1-70             least and most characters of the element
 * class 7402 an                character class of the element: a, n or an
 * optional 6411                the component may be left out
 * occurs BAPLIE LOC/RFF 0:9    least and most repetitions of a segment, or of the group that it begins; * for every message
 * inside MOVINS D.95B HAN/LOC LOC:1:1 MEA:0:9 (0:1 EQD:1:1 NAD:0:9 )    what stands in a group of the directory, in order:
 *                              segments and groups with their least and most repetitions
 * </pre>
 *
 * Immutable; two of the same lines are equal.
 */
public final class Overlay {
    /** Changes nothing. */
    public static final Overlay NONE = new Overlay(List.of(), List.of());

    private final List<String> lines;
    private final List<Change> changes;

    private Overlay(List<String> lines, List<Change> changes) {
        this.lines = List.copyOf(lines);
        this.changes = List.copyOf(changes);
    }

    private sealed interface Change {
    }

    private record AnyCode(String element) implements Change {
    }

    private record MoreCodes(String element, List<String> codes) implements Change {
    }

    private record Length(String element, int minimum, int maximum) implements Change {
    }

    private record Characters(String element, Form form) implements Change {
    }

    private record MayBeAbsent(String element) implements Change {
    }

    private record Occurs(String message, List<String> path, int minimum, int maximum) implements Change {
    }

    private record Inside(String message, String directory, List<String> path, String tree) implements Change {
    }

    /**
     * Understands the lines.
     *
     * @throws IllegalArgumentException naming the first line that is none of the forms above
     */
    public static Overlay of(List<String> lines) {
        var kept = lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        return kept.isEmpty() ? NONE : new Overlay(kept, kept.stream().map(Overlay::change).toList());
    }

    private static Change change(String line) {
        var words = ReadingProfile.overlayLine(line.replaceAll("\\s+", " ")).split(" ");
        return switch (words[0]) {
            case "codes" -> words[2].equals("any") ? new AnyCode(words[1])
                    : new MoreCodes(words[1], Arrays.asList(words).subList(3, words.length));
            case "length" -> {
                var limits = words[2].split("-");
                yield new Length(words[1], Integer.parseInt(limits[0]), Integer.parseInt(limits[1]));
            }
            case "optional" -> new MayBeAbsent(words[1]);
            case "inside" -> new Inside(words[1], words[2], List.of(words[3].split("/")),
                    String.join(" ", Arrays.asList(words).subList(4, words.length)));
            case "class" -> new Characters(words[1], Form.valueOf(words[2].toUpperCase(Locale.ROOT)));
            default -> {
                var limits = words[3].split(":");
                yield new Occurs(words[1], List.of(words[2].split("/")), Integer.parseInt(limits[0]), Integer.parseInt(limits[1]));
            }
        };
    }

    /** This one, and the other after it. */
    public Overlay and(Overlay other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        var both = new ArrayList<>(lines);
        both.addAll(other.lines);
        return of(both);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    MessageTable on(MessageTable table) {
        return MessageTable.of(table.type(), table.directory(), on(ordered(table, table.root(), List.of()), table.type(), List.of()));
    }

    /** The tree with what stands in its groups as agreed. */
    private Node ordered(MessageTable table, Node node, List<String> path) {
        var inside = changes.stream().filter(change -> change instanceof Inside one && one.message().equals(table.type())
                && one.directory().equals(table.directory()) && one.path().equals(path)).map(Inside.class::cast).reduce((first, last) -> last);
        if (inside.isPresent()) {
            var agreed = new MessageTree(inside.get().tree(), tag -> Optional.ofNullable(table.segments().get(TagCode.of(tag)))).root();
            return new Node(node.tag(), node.code(), node.presence(), node.maximum(), agreed.children(), node.segment());
        }
        return new Node(node.tag(), node.code(), node.presence(), node.maximum(), node.children().stream()
                .map(child -> child.isGroup() ? ordered(table, child, joined(path, child.tag())) : child).toList(), node.segment());
    }

    private static List<String> joined(List<String> path, String tag) {
        var inside = new ArrayList<>(path);
        inside.add(tag);
        return inside;
    }

    private Node on(Node node, String message, List<String> path) {
        var children = node.children().stream().map(child -> {
            // the first child of a group is its trigger, which the path already names
            boolean trigger = !path.isEmpty() && node.children().getFirst().equals(child);
            return trigger ? on(child, message, List.of()) : on(child, message, joined(path, child.tag()));
        }).toList();
        var occurs = changes.stream().filter(change -> change instanceof Occurs one && one.path().equals(path)
                && (one.message().equals("*") || one.message().equals(message))).map(Occurs.class::cast).reduce((first, last) -> last);
        Optional<SegmentTable> segment = node.segment().map(this::on);
        return new Node(node.tag(), node.code(), occurs.map(one -> presence(one.minimum())).orElse(node.presence()),
                occurs.map(Occurs::maximum).orElse(node.maximum()), children, segment);
    }

    private static Presence presence(int minimum) {
        return minimum == 0 ? Presence.CONDITIONAL : Presence.MANDATORY;
    }

    private SegmentTable on(SegmentTable table) {
        return new SegmentTable(table.tag(), table.name(), table.positions().stream().map(use -> new ElementUse(use.id(), use.name(),
                use.presence(), use.structure(), use.components().stream().map(component ->
                        new ComponentUse(on(component.element()), presence(component))).toList())).toList(), table.spread());
    }

    private Presence presence(ComponentUse component) {
        boolean mayBeAbsent = changes.stream().anyMatch(change -> change instanceof MayBeAbsent(String id) && id.equals(component.element().id()));
        return mayBeAbsent ? Presence.CONDITIONAL : component.presence();
    }

    private DataElement on(DataElement element) {
        var changed = element;
        for (var change : changes) {
            changed = on(changed, change);
        }
        return changed;
    }

    private static DataElement on(DataElement element, Change change) {
        return switch (change) {
            case AnyCode(String id) when id.equals(element.id()) -> with(element, element.form(), Codes.NONE);
            case MoreCodes(String id, List<String> codes) when id.equals(element.id()) && !element.codes().isEmpty() ->
                    with(element, element.form(), Codes.of(element.codes().listed() + "," + String.join(",", codes)));
            case Length(String id, int minimum, int maximum) when id.equals(element.id()) ->
                    new DataElement(id, element.name(), element.form(), minimum, maximum, element.codes());
            case Characters(String id, Form form) when id.equals(element.id()) -> with(element, form, element.codes());
            case AnyCode _, MoreCodes _, Length _, Characters _, MayBeAbsent _, Occurs _, Inside _ -> element;
        };
    }

    private static DataElement with(DataElement element, Form form, Codes codes) {
        return new DataElement(element.id(), element.name(), form, element.minimum(), element.maximum(), codes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Overlay overlay && lines.equals(overlay.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
