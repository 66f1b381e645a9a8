package io.fairway.usecase.retention;

import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.UUID;

/**
 * That something was erased; never changed.
 *
 * @param subject id of what is gone
 * @param party whose it was
 * @param sort by which its period was found, for example {@code PersonList}
 * @param by who asked and who agreed, {@code HUBOPS/anna, HUBOPS/bo}, or the period
 * @param reason in the words of who asked; names nobody
 */
public record Erasure(UUID id, Erasable kind, UUID subject, PartyId party, String sort, Cause cause, String by, String reason, Instant at) {

    /** Why it was erased. */
    public enum Cause {
        REQUEST, RETENTION
    }
}
