package io.fairway.usecase;

/**
 * What applying a fact came to, with a reason in words when it was not applied.
 *
 * @param code reason code; empty when applied
 */
public record FactOutcome(Kind kind, String code, String reason) {

    /** Whether the fact changed the case, was kept for later, or was refused with a reason. */
    public enum Kind {
        APPLIED, KEPT, REFUSED
    }
}
