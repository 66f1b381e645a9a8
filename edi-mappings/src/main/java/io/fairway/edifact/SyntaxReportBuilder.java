package io.fairway.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.fairway.document.MessageHead;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.SyntaxReport.ElementAt;
import io.fairway.document.SyntaxReport.GroupReport;
import io.fairway.document.SyntaxReport.MessageReport;
import io.fairway.document.SyntaxReport.SegmentError;
import io.fairway.document.finding.Place;

/**
 * Gathers the content of CONTRL while an interchange is read. What is rejected is rejected with everything in it: messages without
 * a fault of a rejected interchange are not mentioned, for a UCM that takes one would contradict UCI (ISO 9735, 0083).
 */
final class SyntaxReportBuilder {
    /** UCS repeats at most 999 times for a message. */
    private static final int MOST_ERRORS = 999;
    private static final Set<String> OF_THE_ENVELOPE_OF_A_MESSAGE = Set.of("UNH", "UNT");
    private static final Set<String> OF_A_GROUP = Set.of("UNG", "UNE");
    private static final Set<String> OF_THE_INTERCHANGE = Set.of("UNA", "UNB", "UNZ");
    private static final int UNSPECIFIED = 18;

    private final List<GroupReport> groups = new ArrayList<>();
    private List<MessageReport> messages = new ArrayList<>();
    private List<MessageReport> ungrouped = new ArrayList<>();
    private Optional<GroupReport> group = Optional.empty();
    private Optional<Integer> groupError = Optional.empty();
    private String groupSegment = "";
    private Optional<ElementAt> groupAt = Optional.empty();
    private Optional<Integer> envelopeError = Optional.empty();
    private String envelopeSegment = "";
    private Optional<ElementAt> envelopeAt = Optional.empty();
    private Optional<Integer> messageError = Optional.empty();
    private String messageSegment = "";
    private Optional<ElementAt> messageAt = Optional.empty();
    private List<SegmentError> errors = new ArrayList<>();
    private int answered;
    private int rejected;

    /** A functional group begins; faults of UNG and UNE are told as its own from now on. */
    void groupStarted(String reference, String sender, String recipient) {
        group = Optional.of(new GroupReport(reference, sender, recipient, Action.ACKNOWLEDGED, Optional.empty(), "", List.of(),
                Optional.empty()));
        ungrouped = messages;
        messages = new ArrayList<>();
    }

    void groupEnded() {
        group.ifPresent(open -> groups.add(new GroupReport(open.reference(), open.sender(), open.recipient(),
                groupError.isPresent() ? Action.REJECTED : Action.ACKNOWLEDGED, groupError, groupSegment, messages, groupAt)));
        group = Optional.empty();
        groupError = Optional.empty();
        groupSegment = "";
        groupAt = Optional.empty();
        messages = ungrouped;
    }

    void envelopeFault(SyntaxRule rule, Place place) {
        if (group.isPresent() && groupError.isEmpty() && OF_A_GROUP.contains(place.segment())) {
            groupError = Optional.of(rule.edifact().orElse(UNSPECIFIED));
            groupSegment = place.segment();
            groupAt = at(place);
        }
        if (envelopeError.isEmpty()) {
            envelopeError = Optional.of(rule.edifact().orElse(UNSPECIFIED));
            // what is cut off has no trailer either
            envelopeSegment = rule == SyntaxRule.INPUT_TRUNCATED ? "UNZ" : among(OF_THE_INTERCHANGE, place.segment());
            envelopeAt = envelopeSegment.equals(place.segment()) ? at(place) : Optional.empty();
        }
    }

    void messageFault(SyntaxRule rule, Place place) {
        int code = rule.edifact().orElse(UNSPECIFIED);
        if (OF_THE_ENVELOPE_OF_A_MESSAGE.contains(place.segment()) || place.segmentPosition() == 0) {
            if (messageError.isEmpty()) {
                messageError = Optional.of(code);
                messageSegment = among(OF_THE_ENVELOPE_OF_A_MESSAGE, place.segment());
                messageAt = messageSegment.isEmpty() ? Optional.empty() : at(place);
            }
        } else if (errors.size() < MOST_ERRORS) {
            // ISO 9735, 0096: a missing segment is told at the last position before the one where it should have been
            int position = rule == SyntaxRule.SEGMENT_MISSING ? place.segmentPosition() - 1 : place.segmentPosition();
            errors.add(new SegmentError(position, code, place.element(), place.component()));
        }
    }

    /** What 0013 takes at this level. */
    private static String among(Set<String> tags, String tag) {
        return tags.contains(tag) ? tag : "";
    }

    /** UNA has no elements, and a segment that is missing neither. */
    private static Optional<ElementAt> at(Place place) {
        return place.element() > 0 ? Optional.of(new ElementAt(place.element(), place.component())) : Optional.empty();
    }

    void messageEnded(MessageHead message) {
        boolean clean = errors.isEmpty() && messageError.isEmpty();
        messages.add(new MessageReport(message.reference(), message.type(), clean ? Action.ACKNOWLEDGED : Action.REJECTED,
                messageError, messageSegment, errors, messageAt));
        answered++;
        rejected += clean ? 0 : 1;
        messageError = Optional.empty();
        messageSegment = "";
        messageAt = Optional.empty();
        errors = new ArrayList<>();
    }

    int rejectedMessages() {
        return rejected;
    }

    SyntaxReport build(InterchangeHead interchange) {
        boolean nothingLeft = answered > 0 && rejected == answered;
        boolean refused = envelopeError.isPresent() || nothingLeft;
        return new SyntaxReport(interchange.reference(), interchange.sender().identification(),
                interchange.recipient().identification(), refused ? Action.REJECTED : Action.ACKNOWLEDGED, envelopeError, envelopeSegment,
                refused ? faulty(messages) : messages, refused ? groups.stream().filter(SyntaxReportBuilder::isFaulty)
                        .map(SyntaxReportBuilder::refused).toList() : groups, envelopeAt);
    }

    private static List<MessageReport> faulty(List<MessageReport> answers) {
        return answers.stream().filter(answer -> answer.action() == Action.REJECTED).toList();
    }

    private static boolean isFaulty(GroupReport answer) {
        return answer.action() == Action.REJECTED || !faulty(answer.messages()).isEmpty();
    }

    private static GroupReport refused(GroupReport answer) {
        return new GroupReport(answer.reference(), answer.sender(), answer.recipient(), Action.REJECTED, answer.error(), answer.segment(),
                faulty(answer.messages()), answer.at());
    }
}
