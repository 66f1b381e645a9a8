package io.fairway.usecase;

/**
 * What came of a fact, with a reason in words when it was not applied.
 *
 * @param code reason code; empty when applied
 */
public record FactOutcome(Kind kind, String code, String reason) {

    /** Whether the fact changed the case, was kept for later, was filed because no case is concerned, or was refused with a reason. */
    public enum Kind {
        APPLIED, KEPT, FILED, REFUSED
    }
}
