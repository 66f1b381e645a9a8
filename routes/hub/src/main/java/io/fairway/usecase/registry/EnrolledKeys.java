package io.fairway.usecase.registry;

import io.fairway.usecase.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The enrolled keys that count, in memory, as of the last {@link #refresh}; checking a credential asks no database. */
public final class EnrolledKeys {
    private final Transactions transactions;
    private final KeyRegistry registry;
    private final InstantSource clock;
    private volatile Map<String, EnrolledKey> byKeyId = Map.of();

    public EnrolledKeys(Transactions transactions, KeyRegistry registry, InstantSource clock) {
        this.transactions = transactions;
        this.registry = registry;
        this.clock = clock;
    }

    /** Reads the registry again; one after the other, so that none puts back what an earlier one read. */
    public synchronized void refresh() {
        List<EnrolledKey> standing = transactions.asHub(registry::standing);
        byKeyId = standing.stream().collect(Collectors.toUnmodifiableMap(EnrolledKey::keyId, key -> key));
    }

    /** The key with this id when it counts now, for authentication. */
    public Optional<EnrolledKey> authenticating(String keyId) {
        return Optional.ofNullable(byKeyId.get(keyId)).filter(key -> key.isValid(clock.instant()))
                .filter(key -> key.purpose() == EnrolledKey.Purpose.AUTHENTICATION);
    }

    /** The key with this id when it counts now, for signing. */
    public Optional<EnrolledKey> signing(String keyId) {
        return Optional.ofNullable(byKeyId.get(keyId)).filter(key -> key.isValid(clock.instant()))
                .filter(key -> key.purpose() == EnrolledKey.Purpose.SIGNING);
    }

    /** All that are not revoked. */
    public List<EnrolledKey> standing() {
        return List.copyOf(byKeyId.values());
    }
}
