package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.LocalReferenceNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The authority's decision about a manifest or a declaration (CUSRES; WCO RES; MT receipt).
 *
 * @param reference the authority's own number of this answer
 * @param decidedAt when the authority decided
 * @param lrn the declaration meant; empty when a manifest is meant
 * @param bills the bills meant; may be empty when {@code lrn} or {@code entryNumber} says it
 * @param containers the containers meant; empty means all
 * @param holdId id of the hold placed or lifted, or of the examination order; empty when not said
 * @param releaseNumber customs release code (RFF+AHZ); empty when none
 * @param place where an examination is to be, when one is ordered
 * @param reasons why, in the authority's words
 */
public record CustomsResponse(String reference, Decision decision, Instant decidedAt, Optional<LocalReferenceNumber> lrn,
                              Optional<EntryNumber> entryNumber, List<BillNumber> bills, List<ContainerNumber> containers,
                              String holdId, String releaseNumber, Optional<ExaminationPlace> place,
                              List<Money> duties, List<Reason> reasons) implements Document {
    public CustomsResponse {
        bills = List.copyOf(bills);
        containers = List.copyOf(containers);
        duties = List.copyOf(duties);
        reasons = List.copyOf(reasons);
    }

    /** What was decided; one per event of the clearance tables. */
    public enum Decision {
        MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD, AMENDMENT_GRANTED, AMENDMENT_DENIED,
        REGISTERED, NOT_ACCEPTED, ACCEPTED, DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, EXAMINATION_ORDERED,
        EXAMINATION_PASSED, DISCREPANCY_FOUND, HOLD_PLACED, HOLD_LIFTED, DUTY_ASSESSED, DUTY_PAID, GUARANTEE_ACCEPTED,
        RELEASED, CLOSED, CANCELLED, RELEASE_CANCELLED
    }

    /** Two-step access: port inspection concerns leaving, destination inspection concerns use. */
    public enum ExaminationPlace {
        PORT, DESTINATION, BOTH
    }

    /** @param pointer what of the declaration is meant, for example a line item number; empty when the whole */
    public record Reason(String code, String pointer, String text) {
    }
}
