package io.fairway.usecase.verification;

import io.fairway.document.finding.Text;
import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.EvidenceView;
import java.util.List;

/** The three answers there are. */
final class Answers {
    private enum Result {
        MATCH, MISMATCH, NOT_AVAILABLE
    }

    private Answers() {
    }

    /** What was compared agrees. */
    static CheckView match(Check check, String english, String chinese, List<EvidenceView> evidence) {
        return answer(check, Result.MATCH, english, chinese, evidence);
    }

    /** What was compared does not agree. */
    static CheckView mismatch(Check check, String english, String chinese, List<EvidenceView> evidence) {
        return answer(check, Result.MISMATCH, english, chinese, evidence);
    }

    /** There is nothing to compare with, or nothing was presented to be compared. */
    static CheckView notAvailable(Check check, String english, String chinese) {
        return answer(check, Result.NOT_AVAILABLE, english, chinese, List.of());
    }

    private static CheckView answer(Check check, Result result, String english, String chinese, List<EvidenceView> evidence) {
        return new CheckView(check.word(), result.name(), new Text(english, chinese), evidence);
    }
}
