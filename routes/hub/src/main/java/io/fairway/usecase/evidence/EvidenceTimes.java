package io.fairway.usecase.evidence;

import io.fairway.signing.Digest;
import io.fairway.signing.TimestampAuthorities;
import io.fairway.signing.TimestampAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The hub's timestamps. When none was to be had for longer than agreed, new work that needs evidence is refused. Asks for one every now
 * and then by {@link #probe}, so that silence means that nobody answers, not that nobody asked.
 */
public final class EvidenceTimes {
    private static final byte[] PROBE = Digest.sha256("fairway probe".getBytes(StandardCharsets.US_ASCII));

    private final TimestampAuthorities authorities;
    private final Duration longestSilence;

    public EvidenceTimes(TimestampAuthorities authorities, Duration longestSilence) {
        this.authorities = authorities;
        this.longestSilence = longestSilence;
    }

    /** Where timestamps come from. */
    public TimestampAuthority authority() {
        return authorities;
    }

    /** Time since a timestamp was last had. */
    public Duration silence() {
        return authorities.silence();
    }

    /** Whether there was a timestamp within the time agreed. */
    public boolean isAnswering() {
        return silence().compareTo(longestSilence) <= 0;
    }

    /** Asks for a timestamp when there was none for a quarter of the time agreed. */
    public void probe() {
        if (silence().compareTo(longestSilence.dividedBy(4)) > 0) {
            try {
                authorities.stamp(PROBE);
            } catch (IOException e) {
                // told by silence(), which goes on growing
                return;
            }
        }
    }

    /** @throws EvidenceUnavailableException when there was no timestamp for longer than agreed */
    public void require() {
        if (!isAnswering()) {
            throw new EvidenceUnavailableException("No timestamp authority has answered for " + silence().toSeconds() + " s; at most "
                    + longestSilence.toSeconds() + " s are agreed.");
        }
    }
}
