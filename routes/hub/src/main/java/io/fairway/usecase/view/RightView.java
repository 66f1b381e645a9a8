package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A bill or a release as the ledger last told it.
 *
 * @param number bill number, where this hub knows it; the ledger does not
 * @param record what stands on the ledger
 * @param bulk of a release by quantity, where this hub knows it
 */
public record RightView(UUID id, String subject, Optional<String> number, long version, String holder, String state, Map<String, String> record,
                        Instant changedAt, Optional<BulkView> bulk) {
    public RightView {
        record = Map.copyOf(record);
    }
}
