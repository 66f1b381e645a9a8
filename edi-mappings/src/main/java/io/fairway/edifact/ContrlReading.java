package io.fairway.edifact;

import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.SyntaxReport.ElementAt;
import io.fairway.document.SyntaxReport.GroupReport;
import io.fairway.document.SyntaxReport.MessageReport;
import io.fairway.document.SyntaxReport.SegmentError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hears one CONTRL message (ISO 9735, syntax 3 and 4) and gives the syntax report in it. Not for several threads. */
public final class ContrlReading implements SegmentHandler {
    private final List<GroupReport> groups = new ArrayList<>();
    private List<MessageReport> messages = new ArrayList<>();
    private final List<MessageReport> ungrouped = messages;
    private Optional<GroupReport> group = Optional.empty();
    private Optional<SyntaxReport> interchange = Optional.empty();
    private Optional<MessageReport> message = Optional.empty();
    private List<SegmentError> errors = new ArrayList<>();
    private int position;

    @Override
    public void groupStarted(String trigger, int depth) {
        // the tags of CONTRL tell enough
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "UCI" -> interchange = action(segment.text(4)).map(action -> new SyntaxReport(segment.text(1), segment.text(2),
                    segment.text(3), action, number(segment.text(5)), segment.text(6), List.of(), List.of(), at(segment, 7)));
            case "UCM" -> {
                closeMessage();
                message = action(segment.text(3)).map(action -> new MessageReport(segment.text(1), type(segment), action,
                        number(segment.text(4)), segment.text(5), List.of(), at(segment, 6)));
            }
            case "UCS" -> {
                position = number(segment.text(1)).orElse(0);
                number(segment.text(2)).ifPresent(code -> errors.add(new SegmentError(position, code, 0, 0)));
            }
            case "UCD" -> errors.add(new SegmentError(position, number(segment.text(1)).orElse(0),
                    Math.max(0, number(segment.text(2, 1)).orElse(1) - 1), number(segment.text(2, 2)).orElse(0)));
            case "UCF" -> {
                closeGroup();
                group = action(segment.text(4)).map(action -> new GroupReport(segment.text(1), segment.text(2), segment.text(3), action,
                        number(segment.text(5)), segment.text(6), List.of(), at(segment, 7)));
                messages = new ArrayList<>();
            }
            default -> {
                // CONTRL has no other segments
            }
        }
    }

    @Override
    public void groupEnded(String trigger, int depth) {
        // the tags of CONTRL tell enough
    }

    /** The report; empty when UCI or its action was missing. To be asked for when the message has ended. */
    public Optional<SyntaxReport> report() {
        closeGroup();
        return interchange.map(head -> new SyntaxReport(head.interchangeReference(), head.sender(), head.recipient(), head.action(),
                head.error(), head.segment(), ungrouped, groups, head.at()));
    }

    private void closeGroup() {
        closeMessage();
        group.ifPresent(open -> groups.add(new GroupReport(open.reference(), open.sender(), open.recipient(), open.action(), open.error(),
                open.segment(), messages, open.at())));
        group = Optional.empty();
    }

    private void closeMessage() {
        message.ifPresent(open -> messages.add(new MessageReport(open.reference(), open.type(), open.action(), open.error(),
                open.segment(), errors, open.at())));
        message = Optional.empty();
        errors = new ArrayList<>();
    }

    /** S011, which counts the tag as 1. */
    private static Optional<ElementAt> at(Segment segment, int element) {
        return number(segment.text(element, 1)).filter(counted -> counted > 1)
                .map(counted -> new ElementAt(counted - 1, number(segment.text(element, 2)).orElse(0)));
    }

    private static String type(Segment segment) {
        var parts = new ArrayList<String>();
        for (int component = 1; component <= segment.components(2); component++) {
            parts.add(segment.text(2, component));
        }
        return String.join(":", parts);
    }

    private static Optional<Action> action(String code) {
        return switch (code) {
            case "4" -> Optional.of(Action.REJECTED);
            case "7" -> Optional.of(Action.ACKNOWLEDGED);
            case "8" -> Optional.of(Action.RECEIVED);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
