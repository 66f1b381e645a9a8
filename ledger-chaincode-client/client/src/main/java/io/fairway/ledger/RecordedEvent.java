package io.fairway.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What somebody did on the ledger: one valid transaction of our contract that changed something.
 *
 * @param block number of its block
 * @param place in the block, from 0
 * @param transactionId 64 lower-case hexadecimal digits
 * @param submitter MSP id of the organisation that submitted it
 * @param name of the event, which is the transaction's
 * @param arguments of the transaction: the intent's JSON, then the signatures
 * @param payload of the event: the outcome's JSON
 */
public record RecordedEvent(long block, int place, String transactionId, String submitter, String name, List<String> arguments, String payload) {
    public RecordedEvent {
        arguments = List.copyOf(arguments);
    }

    /** The event as the intent names it; none for transactions that carry no intent. */
    public Optional<EventId> event() {
        return arguments.stream().findFirst().flatMap(intent -> new IntentText(intent).event());
    }
}
