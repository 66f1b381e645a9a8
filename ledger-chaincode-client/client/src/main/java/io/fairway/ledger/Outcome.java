package io.fairway.ledger;

/** What became of a submitted transaction. There is no "failed": what is not known is an {@link OutcomeUnknownException}. */
public sealed interface Outcome {
    /** It stands. */
    record Recorded(Receipt receipt) implements Outcome {}

    /**
     * Somebody else changed what it had read before it came to its block: it counts for nothing and never will.
     *
     * @param code Fabric's word for it, such as {@code MVCC_READ_CONFLICT}
     * @param block where the peers noted it
     */
    record Conflicted(String code, long block) implements Outcome {}

    /**
     * The peers found it invalid for another reason: it counts for nothing, and asking again would not help.
     *
     * @param code Fabric's word for it, such as {@code ENDORSEMENT_POLICY_FAILURE}
     * @param block where the peers noted it
     */
    record Invalid(String code, long block) implements Outcome {}
}
