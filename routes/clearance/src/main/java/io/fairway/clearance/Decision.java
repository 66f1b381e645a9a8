package io.fairway.clearance;

import io.fairway.document.finding.Finding;
import java.util.List;

/** What came of one thing said about a case. */
public sealed interface Decision {

    /**
     * At least one fact moved the case. The use case stores the events, writes the notices to the outbox, tells the findings.
     *
     * @param events the new facts, in order; some may be kept when others applied
     * @param findings not refusals, for example lodged too late; one about a value names the member of the document as its place
     * @param reconsidered older facts whose disposition this one changed, as they are now
     * @param remarks findings about older facts, for example a declaration that does not agree with the manifest that came after it
     */
    record Applied(List<RecordedEvent> events, List<Notice> notices, List<Finding> findings, List<RecordedEvent> reconsidered,
                   List<Remark> remarks) implements Decision {
        public Applied {
            events = List.copyOf(events);
            notices = List.copyOf(notices);
            findings = List.copyOf(findings);
            reconsidered = List.copyOf(reconsidered);
            remarks = List.copyOf(remarks);
        }
    }

    /** A finding about a fact that was told before. @param sequence of the fact in the case */
    record Remark(long sequence, Finding finding) {
    }

    /**
     * Nothing fits the case as it is: the facts are stored all the same, the sender is answered with the reason, and they are shown.
     * They apply by themselves should what they need arrive.
     *
     * @param reason that of the first
     */
    record Kept(List<RecordedEvent> events, Reason reason) implements Decision {
        public Kept {
            events = List.copyOf(events);
        }
    }

    /** The same party said exactly this before: nothing is stored or told again. @param first the fact as it stands now */
    record Repeated(RecordedEvent first) implements Decision {
    }

    /** The sender is not entitled to say it, or it is not about this consignment: nothing is stored in the case. */
    record Refused(Reason reason) implements Decision {
    }
}
