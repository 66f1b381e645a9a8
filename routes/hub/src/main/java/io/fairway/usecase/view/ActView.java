package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A signed intent and what became of it on the ledger.
 *
 * @param code the ledger's code when it was refused
 * @param reason the ledger's words when it was refused
 * @param transaction that recorded it
 * @param block that holds the transaction
 */
public record ActView(UUID id, String action, String subject, String event, State state, Optional<String> code, Optional<String> reason,
                      Optional<String> transaction, OptionalLong block, Instant receivedAt, Optional<Instant> settledAt) {

    /**
     * What awaits a second person is at {@code /api/approvals} under the same id. Pending acts go to the ledger as soon as it answers; the
     * other two are for ever.
     */
    public enum State {
        AWAITS_SECOND_PERSON, PENDING, RECORDED, REFUSED
    }
}
