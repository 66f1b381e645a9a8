package io.fairway.edifact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.fairway.document.finding.Place;
import io.fairway.edifact.MessageTable.Node;

/**
 * Finds the place of each segment in the tree of its message and tells the groups. A segment goes to the nearest place ahead that
 * leaves out the fewest mandatory segments: so one segment that is missing, also the first one of a group, is one finding, and what
 * follows is matched again. A segment whose place has gone by is one finding too, and the message goes on from there.
 */
final class GroupMatcher {
    private static final int IMPOSSIBLE = Integer.MAX_VALUE;

    private final MessageTable message;
    private final Findings findings;
    private final SegmentHandler handler;
    private final List<Frame> frames = new ArrayList<>();
    private int depth;

    /** Where a segment could go: in the frame of a level, at a child, or below that child when its trigger is missing. */
    private int bestLevel;
    private int bestChild;
    private int bestBelow;
    private int bestCost;

    GroupMatcher(MessageTable message, Findings findings, SegmentHandler handler) {
        this.message = message;
        this.findings = findings;
        this.handler = handler;
        frames.add(new Frame());
    }

    /**
     * Opens and closes groups until the one of the segment is open.
     *
     * @return the table to check the segment with; empty when the message does not have it
     */
    Optional<SegmentTable> place(ScannedSegment segment, int code) {
        bestCost = IMPOSSIBLE;
        if (!stepAhead(code)) {
            lookAhead(code);
        }
        if (bestCost != IMPOSSIBLE) {
            return take(segment, Order.AHEAD);
        }
        return lookBack(segment, code) ? take(segment, Order.BACK) : kept(segment, code);
    }

    /** Closes what is open and says what is missing at the end of the message. */
    void end(ScannedSegment trailer) {
        while (depth > 0) {
            leave(trailer);
        }
        frames.getFirst().reportMissing(frames.getFirst().node.children().size(), trailer);
    }

    /** Closes what is open of a message that was cut off. */
    void abandon() {
        while (depth > 0) {
            handler.groupEnded(frames.get(depth).node.tag(), depth);
            depth--;
        }
    }

    private enum Order {
        AHEAD, BACK
    }

    /** The usual case: the segment stands where it should, and nothing is missing before it. */
    private boolean stepAhead(int code) {
        for (int level = depth; level >= 0; level--) {
            var frame = frames.get(level);
            var children = frame.node.children();
            for (int child = frame.at; child < children.size(); child++) {
                var node = children.get(child);
                if (node.code() == code && (child > frame.at || frame.count < node.maximum())) {
                    consider(level, child, 0, 0);
                    return true;
                }
                if (frame.isWanting(child)) {
                    return false;
                }
            }
        }
        return false;
    }

    private void lookAhead(int code) {
        int cost = 0;
        for (int level = depth; level >= 0 && cost < bestCost; level--) {
            var frame = frames.get(level);
            var children = frame.node.children();
            for (int child = frame.at; child < children.size() && cost < bestCost; child++) {
                var node = children.get(child);
                boolean room = child > frame.at || frame.count < node.maximum();
                if (node.code() == code && room) {
                    consider(level, child, 0, cost);
                    break;
                }
                if (node.isGroup() && room) {
                    lookBelow(code, level, child, cost + 1);
                }
                cost += frame.isWanting(child) ? 1 : 0;
            }
        }
    }

    /** A group whose trigger the sender left out. */
    private void lookBelow(int code, int level, int child, int costSoFar) {
        var children = frames.get(level).node.children().get(child).children();
        int cost = costSoFar;
        for (int below = 1; below < children.size() && cost < bestCost; below++) {
            if (children.get(below).code() == code) {
                consider(level, child, below, cost);
                return;
            }
            cost += children.get(below).isMandatory() ? 1 : 0;
        }
    }

    private void consider(int level, int child, int below, int cost) {
        if (cost < bestCost) {
            bestLevel = level;
            bestChild = child;
            bestBelow = below;
            bestCost = cost;
        }
    }

    /** The place of the segment has gone by, or is full. */
    private boolean lookBack(ScannedSegment segment, int code) {
        for (int level = depth; level >= 0; level--) {
            var frame = frames.get(level);
            var children = frame.node.children();
            for (int child = frame.at; child >= 0; child--) {
                var node = children.get(child);
                if (node.code() != code || level > 0 && child == 0) {
                    continue;
                }
                bestLevel = level;
                bestChild = child;
                bestBelow = 0;
                var rule = child < frame.at ? SyntaxRule.SEGMENT_MISPLACED
                        : node.isGroup() ? SyntaxRule.GROUP_REPEATED_TOO_OFTEN : SyntaxRule.SEGMENT_REPEATED_TOO_OFTEN;
                findings.report(rule, segment.place(0, 0), segment.excerpt(), message.type(), segment.tag(), node.maximum());
                return true;
            }
        }
        return false;
    }

    private Optional<SegmentTable> kept(ScannedSegment segment, int code) {
        var known = Optional.ofNullable(message.segments().get(code));
        var rule = known.isPresent() ? SyntaxRule.SEGMENT_MISPLACED : SyntaxRule.SEGMENT_UNKNOWN;
        findings.report(rule, segment.place(0, 0), segment.excerpt(), message.type(), segment.tag());
        return known;
    }

    private Optional<SegmentTable> take(ScannedSegment segment, Order order) {
        while (depth > bestLevel) {
            if (order == Order.AHEAD) {
                leave(segment);
            } else {
                handler.groupEnded(frames.get(depth).node.tag(), depth);
                depth--;
            }
        }
        var frame = frames.get(depth);
        if (order == Order.AHEAD) {
            frame.reportMissing(bestChild, segment);
        }
        var node = frame.moveTo(bestChild);
        return node.isGroup() ? enter(node, segment) : node.segment();
    }

    private Optional<SegmentTable> enter(Node node, ScannedSegment segment) {
        depth++;
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        var group = frames.get(depth);
        group.enter(node);
        handler.groupStarted(node.tag(), depth);
        if (bestBelow == 0) {
            return node.segment();
        }
        report(node.children().getFirst(), segment);
        group.reportMissing(bestBelow, segment);
        var child = group.moveTo(bestBelow);
        return child.isGroup() ? openBelow(child, segment) : child.segment();
    }

    private Optional<SegmentTable> openBelow(Node node, ScannedSegment segment) {
        bestBelow = 0;
        return enter(node, segment);
    }

    private void leave(ScannedSegment segment) {
        var frame = frames.get(depth);
        frame.reportMissing(frame.node.children().size(), segment);
        handler.groupEnded(frame.node.tag(), depth);
        depth--;
    }

    private void report(Node missing, ScannedSegment before) {
        var place = before.place(0, 0);
        var name = missing.segment().map(SegmentTable::name).map(SegmentCheck::words).orElse("");
        var at = new Place(place.message(), missing.tag(), place.segmentPosition(), 0, 0, place.offset(), place.line(), place.column());
        findings.report(SyntaxRule.SEGMENT_MISSING, at, "", message.type(), missing.tag(), name);
    }

    /** One open group, or (before it enters one) the message itself. */
    private final class Frame {
        private Node node = message.root();
        private int at;
        private int count;
        private boolean[] seen = new boolean[message.root().children().size()];

        void enter(Node group) {
            node = group;
            at = 0;
            count = 1;
            seen = seen.length < group.children().size() ? new boolean[group.children().size()] : seen;
            Arrays.fill(seen, 0, group.children().size(), false);
            seen[0] = true;
        }

        Node moveTo(int child) {
            count = child == at ? count + 1 : 1;
            at = child;
            seen[child] = true;
            return node.children().get(child);
        }

        boolean isWanting(int child) {
            return node.children().get(child).isMandatory() && !seen[child];
        }

        void reportMissing(int upTo, ScannedSegment before) {
            for (int child = at; child < upTo; child++) {
                if (isWanting(child)) {
                    report(node.children().get(child), before);
                    seen[child] = true;
                }
            }
        }
    }
}
