package io.fairway.edifact;

import io.fairway.document.finding.Place;
import io.fairway.edifact.MessageTable.Node;
import io.fairway.edifact.TreePosition.Move;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the place of each segment in the tree of its message and tells the groups. Where a segment does not stand as it should, the
 * ways to take it are tried on the tags that follow, and the one with the fewest faults is taken: so one segment that is missing,
 * also the first one of a group, or that stands elsewhere, is one finding, and what follows is matched again.
 */
final class GroupMatcher implements TreePosition.Events {
    /** Tags looked at ahead when there is a fault. */
    static final int LOOK_AHEAD = 6;
    /** Faults of one message after which no more effort is spent on telling them well. */
    private static final int MOST_TRIALS = 200;
    private static final int TRAILER = TagCode.of("UNT");

    private final MessageTable message;
    private final Findings findings;
    private final SegmentHandler handler;
    private final SegmentScanner scanner;
    private final TreePosition position;
    private final Set<String> missed = new HashSet<>();
    private final int[] upcoming = new int[LOOK_AHEAD];
    private ScannedSegment current;
    private int trials;

    GroupMatcher(MessageTable message, Findings findings, SegmentHandler handler, SegmentScanner scanner) {
        this.message = message;
        this.findings = findings;
        this.handler = handler;
        this.scanner = scanner;
        this.position = new TreePosition(message.root());
        this.current = scanner.segment();
    }

    /**
     * Opens and closes groups until the one of the segment is open.
     *
     * @return the table to check the segment with; empty when the message does not have it
     */
    Optional<SegmentTable> place(ScannedSegment segment, int code) throws IOException {
        current = segment;
        if (position.step(code, this)) {
            return position.table();
        }
        var known = Optional.ofNullable(message.segments().get(code));
        if (known.isEmpty()) {
            var meant = meant(segment.tag());
            if (meant.isPresent()) {
                findings.report(SyntaxRule.SEGMENT_TAG_MISSPELT, segment.place(0, 0), segment.tag(), Findings.likely(meant.get()),
                        message.type(), meant.get());
                position.step(TagCode.of(meant.get()), this);
                return position.table();
            }
            findings.report(SyntaxRule.SEGMENT_UNKNOWN, segment.place(0, 0), segment.excerpt(), message.type(), segment.tag());
        } else {
            takeBest(code);
        }
        return known;
    }

    /** The one segment that could stand here and is a slip away from the tag found; empty when there is none, or several. */
    Optional<String> meant(String tag) {
        var near = message.segments().keySet().stream().map(TagCode::text).filter(known -> Guess.isNear(tag, known)).toList();
        return Guess.of(tag, near.stream().filter(known -> position.copy().step(TagCode.of(known), new Faults())).toList());
    }

    /** Closes what is open and says what is missing at the end of the message. */
    void end(ScannedSegment trailer) {
        current = trailer;
        position.end(this);
    }

    /** Closes what is open of a message that was cut off. */
    void abandon() {
        position.close(0, this);
    }

    @Override
    public void missing(Node node) {
        missed.add(node.tag());
        var name = node.segment().map(SegmentTable::name).map(SegmentCheck::words).orElse("");
        var before = current.place(0, 0);
        var at = new Place(before.message(), node.tag(), before.segmentPosition(), 0, 0, before.offset(), before.line(), before.column());
        findings.report(SyntaxRule.SEGMENT_MISSING, at, "", Skeleton.of(node, current.kinds().delimiters()), message.type(), node.tag(), name);
    }

    @Override
    public void groupStarted(Node group, int depth) {
        handler.groupStarted(group.tag(), depth);
    }

    @Override
    public void groupEnded(Node group, int depth) {
        handler.groupEnded(group.tag(), depth);
    }

    private void takeBest(int code) throws IOException {
        trials++;
        int count = trials > MOST_TRIALS ? 0 : scanner.upcomingTags(upcoming);
        Optional<Move> best = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (var move : position.ways(code)) {
            int faults = move.cost() + faultsAfter(move, count);
            if (faults < fewest) {
                fewest = faults;
                best = Optional.of(move);
            }
        }
        best.ifPresent(move -> {
            report(move);
            position.take(move, this);
        });
    }

    private void report(Move move) {
        switch (move.way()) {
            case STAY, BACK -> {
                // what was missed and comes later is one fault, and told
                if (!missed.remove(current.tag())) {
                    findings.report(SyntaxRule.SEGMENT_MISPLACED, current.place(0, 0), current.excerpt(), message.type(), current.tag());
                }
            }
            case FULL -> {
                var node = position.childAt(move);
                var rule = node.isGroup() ? SyntaxRule.GROUP_REPEATED_TOO_OFTEN : SyntaxRule.SEGMENT_REPEATED_TOO_OFTEN;
                findings.report(rule, current.place(0, 0), current.excerpt(), message.type(), current.tag(), node.maximum());
            }
            case AHEAD, BELOW -> {
                // what is missing is told on the way there
            }
        }
    }

    /** How many faults the tags that follow would be, were the segment taken this way. */
    private int faultsAfter(Move move, int count) {
        var trial = position.copy();
        var faults = new Faults();
        trial.take(move, faults);
        faults.missing = 0;
        for (int i = 0; i < count; i++) {
            if (upcoming[i] == TRAILER) {
                trial.end(faults);
                break;
            }
            if (!trial.step(upcoming[i], faults) && message.segments().containsKey(upcoming[i])) {
                faults.further += takeCheapest(trial, upcoming[i]);
            }
        }
        return faults.further + faults.missing;
    }

    private static int takeCheapest(TreePosition trial, int code) {
        var ways = trial.ways(code);
        var cheapest = ways.getFirst();
        for (var way : ways) {
            cheapest = way.cost() < cheapest.cost() ? way : cheapest;
        }
        trial.take(cheapest, new Faults());
        return cheapest.cost();
    }

    /** Counts in a trial, tells nobody. */
    private static final class Faults implements TreePosition.Events {
        private int missing;
        private int further;

        @Override
        public void missing(Node node) {
            missing++;
        }

        @Override
        public void groupStarted(Node group, int depth) {
            // nobody hears of a trial
        }

        @Override
        public void groupEnded(Node group, int depth) {
            // nobody hears of a trial
        }
    }
}
