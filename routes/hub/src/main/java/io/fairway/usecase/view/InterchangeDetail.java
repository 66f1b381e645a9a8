package io.fairway.usecase.view;

import io.fairway.document.ReadingHandler;
import java.util.List;

/**
 * One interchange with all that came of it.
 *
 * @param facts the first 500 facts in the order they stand in the interchange; {@code tally} counts all
 */
public record InterchangeDetail(InterchangeView interchange, List<MessageView> messages, List<FindingView> findings,
                                List<AcknowledgmentView> acknowledgments, FactTally tally, List<FactView> facts) {
    public InterchangeDetail {
        messages = List.copyOf(messages);
        findings = List.copyOf(findings);
        acknowledgments = List.copyOf(acknowledgments);
        facts = List.copyOf(facts);
    }

    /**
     * One message of the interchange.
     *
     * @param reference UNH 0062
     * @param type for example {@code CUSCAR:D:95B:UN}
     * @param facts consignments it speaks of; 0 when it was rejected
     */
    public record MessageView(String reference, String type, ReadingHandler.Verdict verdict, int facts) {
    }
}
