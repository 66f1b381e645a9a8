package io.fairway.signing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was worked out before and comes out the same each time, for any number of threads. Bounded: it begins anew when full. */
final class Remembered<K, V> {
    private static final int MOST = 1_000;

    private final Map<K, V> known = new ConcurrentHashMap<>();

    Optional<V> find(K key) {
        return Optional.ofNullable(known.get(key));
    }

    void keep(K key, V value) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(key, value);
    }
}
