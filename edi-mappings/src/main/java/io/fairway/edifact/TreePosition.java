package io.fairway.edifact;

import io.fairway.edifact.MessageTable.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A position in the tree of a message: the groups that are open, and how far each has come. */
final class TreePosition {
    private static final int MOST_WAYS = 12;

    private final Node root;
    private final List<Frame> frames = new ArrayList<>();
    private int depth;
    private Optional<SegmentTable> table = Optional.empty();

    /** What a move means for the message. */
    interface Events {
        /** A mandatory segment, or the first one of a mandatory group, was left out. */
        void missing(Node node);

        void groupStarted(Node group, int depth);

        void groupEnded(Node group, int depth);
    }

    /** How a segment could be taken that does not stand where it should. */
    enum Way {
        /** Its place is ahead; mandatory segments before it are missing. */
        AHEAD,
        /** Its place is there, but holds as many as it may. */
        FULL,
        /** It stands where it should not; the message goes on from where it was. */
        STAY,
        /** It stands where it should not; the message goes on from its place. */
        BACK,
        /** It belongs to a group whose first segment is missing. */
        BELOW
    }

    /**
     * @param cost number of faults this would be
     * @param level of the group, 0 for the message itself
     * @param child of that group
     * @param below child of the group at {@code child}, for {@link Way#BELOW}
     */
    record Move(Way way, int cost, int level, int child, int below) {
    }

    TreePosition(Node root) {
        this.root = root;
        frames.add(new Frame(root));
    }

    TreePosition copy() {
        var copy = new TreePosition(root);
        copy.frames.clear();
        for (int level = 0; level <= depth; level++) {
            copy.frames.add(frames.get(level).copy());
        }
        copy.depth = depth;
        return copy;
    }

    /** The table of the segment taken last. */
    Optional<SegmentTable> table() {
        return table;
    }

    /** The usual case: takes the segment where it should stand, with nothing missing before it; false when that is not so. */
    boolean step(int code, Events events) {
        for (int level = depth; level >= 0; level--) {
            var frame = frames.get(level);
            var children = frame.node.children();
            for (int child = frame.at; child < children.size(); child++) {
                var node = children.get(child);
                if (node.code() == code && frame.hasRoom(child)) {
                    leaveTo(level, events);
                    open(frame.moveTo(child), 0, events);
                    return true;
                }
                if (frame.isWanting(child)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** The ways to take a segment of the message for which {@link #step} has said no; the better ones first. */
    List<Move> ways(int code) {
        var ways = new ArrayList<Move>();
        ahead(code).ifPresent(ways::add);
        behind(code, ways);
        ways.add(new Move(Way.STAY, 1, depth, 0, 0));
        below(code, ways);
        return ways;
    }

    Node childAt(Move move) {
        return frames.get(move.level()).node.children().get(move.child());
    }

    void take(Move move, Events events) {
        switch (move.way()) {
            case STAY -> table = Optional.empty();
            case AHEAD, BELOW -> {
                leaveTo(move.level(), events);
                frames.get(depth).miss(move.child(), events);
                open(frames.get(depth).moveTo(move.child()), move.below(), events);
            }
            case FULL, BACK -> {
                close(move.level(), events);
                open(frames.get(depth).moveTo(move.child()), 0, events);
            }
        }
    }

    /** The message is over: everything open is closed, and what is wanting is told. */
    void end(Events events) {
        leaveTo(0, events);
        frames.getFirst().miss(root.children().size(), events);
    }

    /** Closes the groups below the level, whatever they still want. */
    void close(int level, Events events) {
        while (depth > level) {
            events.groupEnded(frames.get(depth).node, depth);
            depth--;
        }
    }

    private void leaveTo(int level, Events events) {
        while (depth > level) {
            var frame = frames.get(depth);
            frame.miss(frame.node.children().size(), events);
            events.groupEnded(frame.node, depth);
            depth--;
        }
    }

    private void open(Node node, int below, Events events) {
        table = node.segment();
        if (!node.isGroup()) {
            return;
        }
        depth++;
        if (depth == frames.size()) {
            frames.add(new Frame(node));
        }
        var group = frames.get(depth);
        group.enter(node);
        events.groupStarted(node, depth);
        if (below > 0) {
            events.missing(node.children().getFirst());
            group.forgive(below);
            open(group.moveTo(below), 0, events);
        }
    }

    private Optional<Move> ahead(int code) {
        int cost = 0;
        for (int level = depth; level >= 0; level--) {
            var frame = frames.get(level);
            for (int child = frame.at; child < frame.node.children().size(); child++) {
                if (frame.node.children().get(child).code() == code && frame.hasRoom(child)) {
                    return Optional.of(new Move(Way.AHEAD, cost, level, child, 0));
                }
                cost += frame.isWanting(child) ? 1 : 0;
            }
        }
        return Optional.empty();
    }

    private void below(int code, List<Move> ways) {
        int cost = 1;
        for (int level = depth; level >= 0; level--) {
            var frame = frames.get(level);
            for (int child = frame.at; child < frame.node.children().size(); child++) {
                var node = frame.node.children().get(child);
                int below = node.isGroup() && frame.hasRoom(child) ? childWith(code, node) : 0;
                if (below > 0 && ways.size() < MOST_WAYS) {
                    ways.add(new Move(Way.BELOW, cost, level, child, below));
                }
                cost += frame.isWanting(child) ? 1 : 0;
            }
        }
    }

    private void behind(int code, List<Move> ways) {
        for (int level = depth; level >= 0; level--) {
            var frame = frames.get(level);
            for (int child = frame.at; child >= (level == 0 ? 0 : 1); child--) {
                if (frame.node.children().get(child).code() == code) {
                    ways.add(new Move(child == frame.at ? Way.FULL : Way.BACK, 1, level, child, 0));
                    return;
                }
            }
        }
    }

    private static int childWith(int code, Node group) {
        for (int below = 1; below < group.children().size(); below++) {
            if (group.children().get(below).code() == code) {
                return below;
            }
        }
        return 0;
    }

    /** One open group, or the message itself. */
    private static final class Frame {
        private Node node;
        private int at;
        private int count;
        private final BitSet seen = new BitSet();

        Frame(Node node) {
            this.node = node;
        }

        Frame copy() {
            var copy = new Frame(node);
            copy.at = at;
            copy.count = count;
            copy.seen.or(seen);
            return copy;
        }

        void enter(Node group) {
            node = group;
            at = 0;
            count = 1;
            seen.clear();
            seen.set(0);
        }

        Node moveTo(int child) {
            count = child == at ? count + 1 : 1;
            at = child;
            seen.set(child);
            return node.children().get(child);
        }

        boolean hasRoom(int child) {
            // one too many is told once; those that follow it are not told again
            return child > at || count != node.children().get(child).maximum();
        }

        boolean isWanting(int child) {
            return node.children().get(child).isMandatory() && !seen.get(child);
        }

        /** What should stand before it is no further fault: without its first segment, the others were taken for those of an earlier group. */
        void forgive(int upTo) {
            seen.set(0, upTo);
        }

        void miss(int upTo, Events events) {
            for (int child = at; child < upTo; child++) {
                if (isWanting(child)) {
                    events.missing(node.children().get(child));
                    seen.set(child);
                }
            }
        }
    }
}
