package io.fairway.edifact;

import io.fairway.edifact.MessageTable.Node;
import io.fairway.edifact.SegmentTable.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the children of a message or a group: {@code BGM:1:1 (0:9 RFF:1:1 DTM:0:9 )}. */
final class MessageTree {
    private final String[] words;
    private final Function<String, Optional<SegmentTable>> segments;
    private int at;

    /** @param segments the table of each tag */
    MessageTree(String line, Function<String, Optional<SegmentTable>> segments) {
        this.words = line.split(" ");
        this.segments = segments;
    }

    Node root() {
        return new Node("", TagCode.NONE, Presence.MANDATORY, 1, children(), Optional.empty());
    }

    private List<Node> children() {
        List<Node> children = new ArrayList<>();
        while (at < words.length && !words[at].equals(")")) {
            var word = words[at++];
            children.add(word.startsWith("(") ? group(word) : segment(TableReference.of(word)));
        }
        at++;
        return children;
    }

    private Node group(String word) {
        var occurs = TableReference.of(word);
        var children = children();
        var trigger = children.getFirst();
        return new Node(trigger.tag(), trigger.code(), occurs.presence(), occurs.maximum(), children, trigger.segment());
    }

    private Node segment(TableReference reference) {
        return new Node(reference.id(), TagCode.of(reference.id()), reference.presence(), reference.maximum(), List.of(),
                segments.apply(reference.id()));
    }
}
