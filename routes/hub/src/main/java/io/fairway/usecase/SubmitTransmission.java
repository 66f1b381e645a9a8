package io.fairway.usecase;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.registry.Standings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Steps 1 and 2: bytes and an authenticated sender come in; they are kept before anything is acknowledged. */
public final class SubmitTransmission {
    private final Transmissions transmissions;
    private final Wakeups wakeups;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final Standings standings;
    private final EvidenceTimes times;

    public SubmitTransmission(Transmissions transmissions, Wakeups wakeups, Identifiers identifiers, InstantSource clock,
                              Standings standings, EvidenceTimes times) {
        this.transmissions = transmissions;
        this.wakeups = wakeups;
        this.identifiers = identifiers;
        this.clock = clock;
        this.standings = standings;
        this.times = times;
    }

    /**
     * Keeps the bytes and returns only when they are flushed to disk.
     *
     * @param key the sender's Idempotency-Key; without one the digest is the key, with that of the signature when there is one
     * @param channel how it came, for example {@code rest}
     * @param trace W3C trace id
     * @throws io.fairway.usecase.registry.NotInGoodStandingException when the party is suspended or past its last day
     * @throws OverloadedException when too much is waiting; nothing was kept then
     */
    public Kept submit(Caller caller, Optional<String> key, byte[] bytes, String contentType, String channel, String trace) {
        return submit(caller, key, new Submission(bytes, contentType, Optional.empty()), channel, trace);
    }

    /**
     * The same, with a signature beside the bytes.
     *
     * @throws io.fairway.usecase.evidence.EvidenceUnavailableException when there was no timestamp for longer than agreed; nothing was kept
     */
    public Kept submit(Caller caller, Optional<String> key, Submission submission, String channel, String trace) {
        standings.requireActing(caller.party());
        times.require();
        Sha256 digest = Digests.of(submission.bytes());
        String ownKey = key.map(k -> "key:" + k).orElseGet(() -> "sha256:" + digest
                + submission.signature().map(signature -> "+" + Digests.of(signature)).orElse(""));
        var transmission = new NewTransmission(new TransmissionId(identifiers.next()), caller.party(), ownKey, digest, submission.bytes(),
                channel, submission.contentType(), submission.signature(), clock.instant(), trace);
        Kept kept = awaitFlush(transmission);
        if (kept instanceof Kept.Fresh fresh) {
            wakeups.transmissionKept(fresh.id());
        }
        return kept;
    }

    private Kept awaitFlush(NewTransmission transmission) {
        try {
            return transmissions.keep(transmission).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof OverloadedException overloaded) {
                throw overloaded;
            }
            throw e;
        }
    }
}
