package io.fairway.usecase.evidence;

import io.fairway.signing.Suite;
import io.fairway.signing.evidence.EvidenceWriter;
import io.fairway.signing.evidence.Sealing;
import io.fairway.signing.evidence.Sentence;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Seals containers with the hub's key of now, at level LTA. */
public final class EvidenceSealing {
    private final HubKeys keys;
    private final EvidenceTimes times;
    private final InstantSource clock;

    public EvidenceSealing(HubKeys keys, EvidenceTimes times, InstantSource clock) {
        this.keys = keys;
        this.times = times;
        this.clock = clock;
    }

    /** @throws EvidenceUnavailableException when there is no timestamp */
    void seal(EvidenceWriter writer, Sentence title) {
        Instant now = clock.instant();
        try {
            writer.seal(title, new Sealing(keys.sealing(Suite.ECDSA_P256_SHA256, now), now, Optional.of(times.authority()), keys.material()));
        } catch (IOException e) {
            throw new EvidenceUnavailableException("No timestamp for the seal: " + e.getMessage(), e);
        }
    }
}
