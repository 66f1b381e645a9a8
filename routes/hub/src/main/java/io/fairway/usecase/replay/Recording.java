package io.fairway.usecase.replay;

import io.fairway.clearance.RecordedEvent;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactId;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.evidence.SignatureCheck.Checked;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a hub recorded, for a clean hub that does the same again. Each call runs in transactions of its own; the recorded hub is only read. */
public interface Recording {

    /** Brings registrations, mandates and supporting documents over, as they stand now. Before anything else. */
    void bringRegistry();

    /** Brings the code lists over that were loaded into the running hub. */
    void bringCodeLists();

    /** Steps in their order, but for the reading of what is erased. @param behind position of the last one had; 0 for the first */
    List<RecordedStep> steps(long behind, int most);

    /** Brings the bytes of a transmission over, unread, with sender, time and key. */
    void bring(UUID transmission);

    /** What the signature of the transmission brought last came to, when that was read. Asked within a transaction of the clean hub. */
    Checked checked(ReceivedTransmission transmission);

    /** The consignment with the same bill in the clean hub; empty when nothing has opened it there. */
    Optional<ConsignmentId> here(UUID consignment);

    /** Consignments of the clean hub with facts that no recorded step applied. */
    List<ConsignmentId> left();

    /** What was learnt of the consignment next, beyond what the clean hub knows of it. */
    Optional<Heard> heardNext(UUID consignment);

    /** Erases in the clean hub what is erased in the recorded one, so that the two can be compared. After everything else. */
    void eraseAsRecorded();

    /** How many things of the recorded hub are erased, and so not compared. */
    long erased();

    /** An event that came in no document. @param cause the fact in whose interchange it is told */
    record Heard(RecordedEvent event, FactId cause) {
    }
}
