package io.fairway.ledger;

/** Something that hub and ledger say differently. There are none in a healthy hub some minutes after the ledger came back. */
public sealed interface Difference {
    /** The hub holds a receipt, and the ledger does not hold the event. */
    record OnlyInHub(EventId event, String transactionId) implements Difference {}

    /** The ledger holds an event of ours that the hub does not hold as recorded. */
    record OnlyOnLedger(EventId event, String transactionId, long block) implements Difference {}

    /** Both hold the event, by different transactions. */
    record OtherTransaction(EventId event, String inHub, String onLedger) implements Difference {}

    /** Both hold the event, which took a part of a quantity or began with it, and know of another quantity since. */
    record OtherQuantity(EventId event, String inHub, String onLedger) implements Difference {}

    /** The ledger holds the event twice, which the contract does not allow. */
    record Twice(EventId event, String first, String second) implements Difference {}
}
