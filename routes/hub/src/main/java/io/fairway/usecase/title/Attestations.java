package io.fairway.usecase.title;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Facts of cases that the party which said them can attest on the ledger. All calls belong to the running transaction. */
public interface Attestations {

    /** Some that wait, oldest first. */
    List<Attestable> pending(int most);

    /** The act was stored that says it. @param disclosable what its root hides, with the salts, as one flat record */
    void sent(Attestable fact, UUID act, String subject, String disclosable);

    /** The party holds its key itself, and must say it itself. */
    void awaitParty(Attestable fact);

    /** It is none of the facts that are attested, or not this party's to attest. */
    void pass(Attestable fact);

    /**
     * One event of a case.
     *
     * @param sequence of the event in its case
     * @param carrier of the bill
     * @param ship IMO number; empty when the case has no port call
     */
    record Attestable(UUID consignment, long sequence, PartyId sender, ClearanceEvent event, Instant occurredAt, String carrier, String bill,
                      String ship, String voyage, String port) {
    }
}
