package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What time it is, as far as a ledger can know. The time in a proposal is the submitter's word and no evidence. The clock record is the word of
 * an organisation that is not the hub: a proposal may not lie before it, and where it runs, only it lets a deadline pass.
 *
 * @param claimed the submitter's word, whole seconds
 * @param clock   the latest time an entitled party said, if any did
 */
record LedgerTime(Instant claimed, Optional<Instant> clock) {
    /** So much may a submitter's clock lag behind. */
    static final Duration LAG = Duration.ofMinutes(5);

    static LedgerTime of(Instant claimed, Optional<Fields> clock) {
        LedgerTime time = new LedgerTime(Instant.ofEpochSecond(claimed.getEpochSecond()),
                clock.map(record -> Intent.moment(record.text("at"))));
        if (time.clock.filter(at -> time.claimed.plus(LAG).isBefore(at)).isPresent()) {
            throw Refusal.CLOCK.refused("the transaction is dated before the clock of the ledger");
        }
        return time;
    }

    /** The subject of the clock. */
    static Subject subject() {
        return new Subject("clock");
    }

    /** The earliest it can be: what may only be done until a moment is judged by this. */
    Instant now() {
        return clock.filter(claimed::isBefore).orElse(claimed);
    }

    /** Whether a deadline has passed for good: by the clock where there is one, else by the submitter's word. */
    boolean hasPassed(Instant deadline) {
        return !clock.orElse(claimed).isBefore(deadline);
    }
}
