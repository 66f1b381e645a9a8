package io.fairway.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The keys an organisation signs with, so that a new one takes over without a pause: of the keys that are valid, the one whose validity
 * began last signs. Safe for use by many threads; {@link #replace} takes effect at the next signature.
 */
public final class KeyRing {
    private volatile List<SigningKey> keys;

    public KeyRing(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** From now on these keys, and no others. */
    public void replace(List<SigningKey> next) {
        keys = List.copyOf(next);
    }

    /** Whether it holds no key at all. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** @throws NoUsableKeyException when every certificate has ended or has not begun */
    public SigningKey current(Instant now) {
        return usable(now).orElseThrow(() -> new NoUsableKeyException("No signing certificate is valid at " + now));
    }

    /** How long the last certificate is still valid; zero when none is. Alarms follow from it. */
    public Duration remaining(Instant now) {
        return keys.stream().filter(key -> key.isValidAt(now))
                .map(key -> Duration.between(now, key.certificate().getNotAfter().toInstant()))
                .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private Optional<SigningKey> usable(Instant now) {
        return keys.stream().filter(key -> key.isValidAt(now))
                .max(Comparator.comparing(key -> key.certificate().getNotBefore()));
    }
}
