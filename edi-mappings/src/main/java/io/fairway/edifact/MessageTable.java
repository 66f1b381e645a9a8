package io.fairway.edifact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fairway.edifact.SegmentTable.Presence;

/**
 * A message of a directory: segments and groups in order, without UNH and UNT.
 *
 * @param directory for people, for example {@code D.95B}
 */
record MessageTable(String type, String directory, Node root, Map<Integer, SegmentTable> segments) {

    MessageTable {
        segments = Map.copyOf(segments);
    }

    static MessageTable of(String type, String directory, Node root) {
        var segments = new HashMap<Integer, SegmentTable>();
        collect(root, segments);
        return new MessageTable(type, directory, root, segments);
    }

    private static void collect(Node node, Map<Integer, SegmentTable> segments) {
        node.segment().ifPresent(segment -> segments.put(node.code(), segment));
        node.children().forEach(child -> collect(child, segments));
    }

    /**
     * A segment or a group.
     *
     * @param tag of the segment, or of the segment that begins the group
     * @param code of the tag
     * @param maximum most repetitions
     * @param children of a group, the first one its trigger; none for a segment
     * @param segment the segment, of a group its trigger; empty for the message itself
     */
    record Node(String tag, int code, Presence presence, int maximum, List<Node> children, Optional<SegmentTable> segment) {
        Node {
            children = List.copyOf(children);
        }

        boolean isGroup() {
            return !children.isEmpty();
        }

        boolean isMandatory() {
            return presence == Presence.MANDATORY;
        }
    }
}
