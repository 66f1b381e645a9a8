package io.fairway.usecase.verification;

import io.fairway.usecase.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the store holds of trades that banks ask about. All calls belong to the running transaction. */
public interface TradeRecords {

    /**
     * The case that a bank may see by the grant or the reference it names; the look is noted, for the giver of the grant to see. Of what others
     * own, and of what is not there, equally nothing is found.
     *
     * @param operation what the look is noted as
     */
    Optional<TradeCase> find(Caller caller, Question.Subject subject, String operation, Instant now);

    /**
     * What is known beyond that, as the hub.
     *
     * @param seen places of the case that the caller sees
     * @param bill beginning of the bill's subjects on the ledger, up to its generation
     * @param claim the financing's subject on the ledger; empty for none
     */
    OnLedger onLedger(UUID consignment, Set<Long> seen, String bill, Optional<String> claim);
}
