package io.fairway.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an outside issuer. They count for four minutes and are fetched again in the fourth, so that a removed key is refused within
 * five; while the issuer is away the old ones go on for four hours. A key id we do not know makes us look again, at most once a second for
 * all callers together: those who ask meanwhile wait for the next look, so that a new key fails nobody and a storm of invented ones does
 * not reach the issuer.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final Duration FRESH = Duration.ofMinutes(3);
    private static final Duration LIVE = Duration.ofMinutes(4);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 1_000;

    private final Fetch fetch;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition later = lock.newCondition();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private volatile @Nullable Known known;
    private Instant lastLook = Instant.EPOCH;
    private long looks;

    /** Gets the keys from where they are. */
    @FunctionalInterface
    interface Fetch {
        JWKSet keys() throws IOException, ParseException;
    }

    /** @param look the how-manieth look found them */
    private record Known(JWKSet keys, Instant since, long look) {
    }

    IssuerKeys(Fetch fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Known current = current();
        List<JWK> found = selector.select(current.keys());
        return found.isEmpty() ? selector.select(newerThan(current).keys()) : found;
    }

    private Known current() throws KeySourceException {
        Known before = known;
        Duration age = before == null ? OUTAGE : Duration.between(before.since(), clock.instant());
        if (before != null && age.compareTo(FRESH) < 0) {
            return before;
        }
        boolean live = before != null && age.compareTo(LIVE) < 0;
        if (live ? lock.tryLock() : locked()) {
            try {
                return lookOf(before) == lookOf(known) ? renewed(before) : orThrow(known);
            } finally {
                lock.unlock();
            }
        }
        return orThrow(before);
    }

    private boolean locked() {
        lock.lock();
        return true;
    }

    /** Looks again when that is due; while the issuer is away, what was known goes on. */
    private Known renewed(@Nullable Known before) throws KeySourceException {
        Instant now = clock.instant();
        if (now.isBefore(lastLook.plus(BETWEEN_LOOKS))) {
            return stillGood(before, now);
        }
        try {
            return look(now);
        } catch (KeySourceException away) {
            return stillGood(before, now);
        }
    }

    private static Known stillGood(@Nullable Known before, Instant now) throws KeySourceException {
        if (before == null || now.isAfter(before.since().plus(OUTAGE))) {
            throw new KeySourceException("The issuer cannot be asked for its keys");
        }
        return before;
    }

    private Known look(Instant now) throws KeySourceException {
        lastLook = now;
        looks++;
        try {
            Known fresh = new Known(fetch.keys(), now, looks);
            known = fresh;
            return fresh;
        } catch (IOException | ParseException e) {
            throw new KeySourceException("The issuer cannot be asked for its keys: " + e.getMessage(), e);
        } finally {
            later.signalAll();
        }
    }

    /** The keys as somebody looked them up after {@code current}. */
    private Known newerThan(Known current) throws KeySourceException {
        if (!waiting.tryAcquire()) {
            throw new KeySourceException("Too many tokens with unknown keys");
        }
        lock.lock();
        try {
            if (lookOf(known) != current.look()) {
                return orThrow(known);
            }
            long before = looks;
            long pause = Duration.between(clock.instant(), lastLook.plus(BETWEEN_LOOKS)).toNanos();
            while (looks == before && pause > 0) {
                pause = later.awaitNanos(pause);
            }
            if (looks == before && lookOf(known) == current.look()) {
                return look(clock.instant());
            }
            if (lookOf(known) == current.look()) {
                throw new KeySourceException("The issuer could not be asked for its keys a moment ago");
            }
            return orThrow(known);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeySourceException("Interrupted while waiting for the issuer's keys", e);
        } finally {
            lock.unlock();
            waiting.release();
        }
    }

    private static long lookOf(@Nullable Known known) {
        return known == null ? 0 : known.look();
    }

    private static Known orThrow(@Nullable Known known) throws KeySourceException {
        if (known == null) {
            throw new KeySourceException("The issuer cannot be asked for its keys");
        }
        return known;
    }
}
