package io.fairway.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.fairway.document.MessageHead;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.SyntaxReport.MessageReport;
import io.fairway.document.SyntaxReport.SegmentError;
import io.fairway.document.finding.Place;

/** Gathers the content of CONTRL while an interchange is read. */
final class SyntaxReportBuilder {
    /** UCS repeats at most 999 times for a message. */
    private static final int MOST_ERRORS = 999;
    private static final Set<String> OF_THE_ENVELOPE_OF_A_MESSAGE = Set.of("UNH", "UNT");
    private static final Set<String> SERVICE = Set.of("UNA", "UNB", "UNG", "UNH", "UNT", "UNE", "UNZ");
    private static final int UNSPECIFIED = 18;

    private final List<MessageReport> messages = new ArrayList<>();
    private Optional<Integer> envelopeError = Optional.empty();
    private String envelopeSegment = "";
    private Optional<Integer> messageError = Optional.empty();
    private String messageSegment = "";
    private List<SegmentError> errors = new ArrayList<>();
    private int rejected;

    void envelopeFault(SyntaxRule rule, Place place) {
        if (envelopeError.isEmpty()) {
            envelopeError = Optional.of(rule.edifact().orElse(UNSPECIFIED));
            // what is cut off has no trailer either
            envelopeSegment = rule == SyntaxRule.INPUT_TRUNCATED ? "UNZ" : service(place.segment());
        }
    }

    void messageFault(SyntaxRule rule, Place place) {
        int code = rule.edifact().orElse(UNSPECIFIED);
        if (OF_THE_ENVELOPE_OF_A_MESSAGE.contains(place.segment()) || place.segmentPosition() == 0) {
            if (messageError.isEmpty()) {
                messageError = Optional.of(code);
                messageSegment = service(place.segment());
            }
        } else if (errors.size() < MOST_ERRORS) {
            // ISO 9735, 0096: a missing segment is told at the last position before the one where it should have been
            int position = rule == SyntaxRule.SEGMENT_MISSING ? place.segmentPosition() - 1 : place.segmentPosition();
            errors.add(new SegmentError(position, code, place.element(), place.component()));
        }
    }

    /** What 0013 takes. */
    private static String service(String tag) {
        return SERVICE.contains(tag) ? tag : "";
    }

    void messageEnded(MessageHead message) {
        boolean clean = errors.isEmpty() && messageError.isEmpty();
        messages.add(new MessageReport(message.reference(), message.type(), clean ? Action.ACKNOWLEDGED : Action.REJECTED,
                messageError, messageSegment, errors));
        rejected += clean ? 0 : 1;
        messageError = Optional.empty();
        messageSegment = "";
        errors = new ArrayList<>();
    }

    int rejectedMessages() {
        return rejected;
    }

    SyntaxReport build(InterchangeHead interchange) {
        boolean nothingLeft = !messages.isEmpty() && rejected == messages.size();
        var action = envelopeError.isPresent() || nothingLeft ? Action.REJECTED : Action.ACKNOWLEDGED;
        return new SyntaxReport(interchange.reference(), interchange.sender().identification(),
                interchange.recipient().identification(), action, envelopeError, envelopeSegment, messages);
    }
}
