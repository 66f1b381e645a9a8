package io.fairway.usecase.work;

import io.fairway.document.finding.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that waits for somebody.
 *
 * @param subject business number or name of what it is about
 * @param detail what is known of it, in words; absent when the kind says it all
 * @param since since when it waits
 * @param object id of the interchange, consignment, right, approval or row at which it is finished; absent where there is none
 */
public record WorkItem(Kind kind, String subject, Optional<Text> detail, Instant since, Optional<UUID> object) {

    /** What has to be done; what weighs most comes first. */
    public enum Kind {
        /** The hub gave up and a person has to act. */
        STUCK,
        /** Waits longer than it should. */
        LATE,
        /** Hub and ledger differ. */
        LEDGER_DIFFERENCE,
        /** Something sent was refused and is to be sent again, mended. */
        REFUSED_INTERCHANGE,
        /** Customs rejected a declaration. */
        REJECTED_DECLARATION,
        /** A second person of the organisation has to confirm or refuse. */
        APPROVAL,
        /** Somebody else financed the same. */
        CLASH,
        /** A bill is offered and waits for an answer. */
        BILL_OFFERED,
        /** A bill was surrendered and the carrier has to answer. */
        BILL_SURRENDERED,
        /** A release is offered and waits for an answer. */
        RELEASE_OFFERED,
        /** A haulier was nominated and has to accept. */
        NOMINATED,
        /** A release waits for a haulier to be nominated. */
        NOMINATE,
        /** Two documents do not say the same. */
        DISCREPANCY,
        /** An examination was ordered and is not finished. */
        EXAMINATION,
        /** Customs wants documents that it has not got. */
        DOCUMENTS_WANTED,
        /** Duty was assessed and is not settled. */
        DUTY_DUE,
        /** A declaration waits for the authority's decision. */
        TO_DECIDE,
        /** A hold of the own agency that can be lifted. */
        OWN_HOLD,
        /** An authority or a trade party holds cargo. */
        HELD,
        /** Somebody should look at a case. */
        ALERT,
        /** A key or registration ends soon. */
        ENDING
    }
}
