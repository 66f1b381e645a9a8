package io.fairway.usecase.view;

import java.util.Optional;

/**
 * The quantity of a bulk release, which the ledger shows as commitments only.
 *
 * @param goods  kind of goods; empty where the hub does not know it
 * @param amount released, whole, in {@code unit}
 * @param unit   UN/ECE Recommendation 20
 * @param taken  fetched so far; empty where the hub does not know each part
 */
public record BulkView(Optional<String> goods, long amount, String unit, Optional<Long> taken) {
}
