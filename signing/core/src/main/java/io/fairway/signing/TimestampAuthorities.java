package io.fairway.signing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Several authorities, asked one after the other, each a number of times, until one answers. Remembers when one last did, so that whoever
 * needs evidence can refuse new work once timestamps have been missing for longer than agreed.
 */
public final class TimestampAuthorities implements TimestampAuthority {
    private final List<TimestampAuthority> authorities;
    private final int rounds;
    private final InstantSource clock;
    private final AtomicReference<Instant> lastAnswer;

    /**
     * @param authorities in the order of preference, at least one
     * @param rounds how often each is asked before giving up, at least 1
     */
    public TimestampAuthorities(List<TimestampAuthority> authorities, int rounds, InstantSource clock) {
        if (authorities.isEmpty() || rounds < 1) {
            throw new IllegalArgumentException("At least one authority, asked at least once");
        }
        this.authorities = List.copyOf(authorities);
        this.rounds = rounds;
        this.clock = clock;
        this.lastAnswer = new AtomicReference<>(clock.instant());
    }

    @Override
    public byte[] stamp(byte[] digest) throws IOException {
        IOException failure = new IOException("No timestamp authority answered");
        for (int round = 0; round < rounds; round++) {
            for (TimestampAuthority authority : authorities) {
                try {
                    byte[] token = authority.stamp(digest);
                    lastAnswer.set(clock.instant());
                    return token;
                } catch (IOException e) {
                    failure.addSuppressed(e);
                }
            }
        }
        throw failure;
    }

    /** Time since a timestamp was last had; counts from the start when there was none yet. */
    public Duration silence() {
        return Duration.between(lastAnswer.get(), clock.instant());
    }
}
