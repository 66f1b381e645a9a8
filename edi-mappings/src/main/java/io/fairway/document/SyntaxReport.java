package io.fairway.document;

import java.util.List;
import java.util.Optional;

/**
 * The syntax answer to one interchange (CONTRL, ISO 9735).
 *
 * @param interchangeReference reference of the interchange answered (UCI 0020)
 * @param sender sender of that interchange
 * @param recipient recipient of that interchange
 * @param error EDIFACT 0085 code of the interchange as a whole
 * @param segment the service segment that {@code error} concerns, for example {@code UNZ}; empty when none
 * @param messages one per message answered that stands in no functional group
 * @param groups one per functional group answered, with its messages
 * @param at which of the segment's elements is at fault (S011); empty when the segment as a whole is
 */
public record SyntaxReport(String interchangeReference, String sender, String recipient, Action action,
                           Optional<Integer> error, String segment, List<MessageReport> messages,
                           List<GroupReport> groups, Optional<ElementAt> at) implements Document {
    public SyntaxReport {
        messages = List.copyOf(messages);
        groups = List.copyOf(groups);
    }

    /** Of an interchange without functional groups. */
    public SyntaxReport(String interchangeReference, String sender, String recipient, Action action,
                        Optional<Integer> error, String segment, List<MessageReport> messages) {
        this(interchangeReference, sender, recipient, action, error, segment, messages, List.of(), Optional.empty());
    }

    /** EDIFACT 0083. */
    public enum Action {
        REJECTED(4), ACKNOWLEDGED(7), RECEIVED(8);

        private final int code;

        Action(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /**
     * A functional group (UCF, answering UNG).
     *
     * @param reference of the group (0048)
     * @param sender application sender (0040)
     * @param recipient application recipient (0044)
     * @param error EDIFACT 0085 code of the group as a whole
     * @param segment the service segment that {@code error} concerns, {@code UNG} or {@code UNE}; empty when none
     * @param messages one per message answered
     * @param at which of the segment's elements is at fault (S011)
     */
    public record GroupReport(String reference, String sender, String recipient, Action action, Optional<Integer> error,
                              String segment, List<MessageReport> messages, Optional<ElementAt> at) {
        public GroupReport {
            messages = List.copyOf(messages);
        }
    }

    /**
     * @param type message type, version, release, agency and association as in UNH S009, joined by colons
     * @param error EDIFACT 0085 code of the message as a whole
     * @param segment the service segment that {@code error} concerns, {@code UNH} or {@code UNT}; empty when none
     * @param errors faults of its segments, in the order found
     * @param at which of the segment's elements is at fault (S011)
     */
    public record MessageReport(String reference, String type, Action action, Optional<Integer> error, String segment,
                                List<SegmentError> errors, Optional<ElementAt> at) {
        public MessageReport {
            errors = List.copyOf(errors);
        }
    }

    /**
     * An element of a service segment.
     *
     * @param element counted from 1 after the tag
     * @param component counted from 1; 0 when the element as a whole is meant
     */
    public record ElementAt(int element, int component) {
    }

    /**
     * @param segmentPosition counted from UNH = 1; of a missing segment the last position before it (ISO 9735, 0096)
     * @param error EDIFACT 0085 code
     * @param element counted from 1 after the tag; 0 when the segment as a whole is meant
     * @param component counted from 1; 0 when the element as a whole is meant
     */
    public record SegmentError(int segmentPosition, int error, int element, int component) {
    }
}
