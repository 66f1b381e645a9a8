package io.fairway.clearance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The carrier's leave to hand bulk cargo over, by quantity, and what of it was fetched.
 *
 * @param reference of the release
 * @param goods     kind of goods; empty where the hub does not know it
 * @param whole     quantity released; empty where the hub does not know it
 * @param parts     fetched, by the version of the release on the ledger; a part without quantity is one the hub does not know
 */
public record BulkRelease(String reference, String goods, Optional<BulkQuantity> whole, Standing standing, Optional<Instant> validUntil,
                          Map<Long, Optional<BulkQuantity>> parts) {

    /** Whether anything may still be fetched by it. */
    public enum Standing {
        OPEN, ENDED
    }

    public BulkRelease {
        parts = Map.copyOf(parts);
    }

    /** How much was fetched; empty when a part's quantity is not known. */
    public Optional<Long> taken() {
        return parts.values().stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.values().stream().flatMap(Optional::stream).mapToLong(BulkQuantity::amount).sum()) : Optional.empty();
    }

    /** How much is left; empty when that is not known. */
    public Optional<Long> left() {
        return whole.flatMap(all -> taken().map(taken -> all.amount() - taken));
    }

    BulkRelease with(long version, Optional<BulkQuantity> part) {
        Map<Long, Optional<BulkQuantity>> all = new HashMap<>(parts);
        all.put(version, part);
        return new BulkRelease(reference, goods, whole, standing, validUntil, all);
    }

    BulkRelease ended() {
        return new BulkRelease(reference, goods, whole, Standing.ENDED, validUntil, parts);
    }
}
