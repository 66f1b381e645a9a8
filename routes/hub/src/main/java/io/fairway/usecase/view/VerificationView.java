package io.fairway.usecase.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a bank asked of a trade, and each check answered. There is no answer as a whole: what a mismatch or a gap means is the bank's to judge.
 *
 * @param grant by which it was let see the case; absent when it sees it for another reason
 * @param presented SHA-256 of what it presented
 * @param caseChangedAt when the hub last learnt something of the case
 * @param ledgerBlock the last block of the ledger that was read; -1 before the first
 * @param erasedAt when the answers were erased with their case; there are none then
 */
public record VerificationView(UUID id, UUID consignment, String carrier, String bill, Optional<UUID> grant, Optional<String> presented,
                               Instant askedAt, Instant caseChangedAt, long ledgerBlock, List<CheckView> checks, Optional<Instant> erasedAt) {
    public VerificationView {
        checks = List.copyOf(checks);
    }

    /** As it is after that. */
    public VerificationView erased(Instant at) {
        return new VerificationView(id, consignment, carrier, bill, grant, presented, askedAt, caseChangedAt, ledgerBlock, List.of(), Optional.of(at));
    }
}
