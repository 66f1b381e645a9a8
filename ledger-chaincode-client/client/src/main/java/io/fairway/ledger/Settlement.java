package io.fairway.ledger;

/** The end of a submission. There are two, and both are for ever. */
public sealed interface Settlement {
    /** It stands on the ledger. */
    record Recorded(Receipt receipt) implements Settlement {}

    /**
     * It does not stand there and never will under this event id.
     *
     * @param code the contract's code, or Fabric's validation code
     * @param reason for people
     */
    record Refused(String code, String reason) implements Settlement {}
}
