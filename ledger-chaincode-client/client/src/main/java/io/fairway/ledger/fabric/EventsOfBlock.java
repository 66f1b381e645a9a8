package io.fairway.ledger.fabric;

import io.fairway.ledger.RecordedEvent;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.CheckedBlock;
import io.fairway.ledger.proof.LedgerTransaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import io.fairway.ledger.proof.NetworkTrust;

/** Finds in a block what our contract recorded. */
final class EventsOfBlock {
    private final String chaincode;
    private final NetworkTrust trust;

    EventsOfBlock(String chaincode, NetworkTrust trust) {
        this.chaincode = chaincode;
        this.trust = trust;
    }

    NetworkTrust trust() {
        return trust;
    }

    /** The events of valid transactions of our contract, in order. */
    List<RecordedEvent> of(CheckedBlock block) {
        var events = new ArrayList<RecordedEvent>();
        for (var place = 0; place < block.block().size(); place++) {
            var envelope = block.block().envelope(place);
            if (block.block().isValid(place) && LedgerTransaction.isOne(envelope)) {
                event(block, place, LedgerTransaction.read(envelope)).ifPresent(events::add);
            }
        }
        return events;
    }

    private Optional<RecordedEvent> event(CheckedBlock block, int place, LedgerTransaction transaction) {
        if (!transaction.chaincode().equals(chaincode) || transaction.event().isEmpty()) {
            return Optional.empty();
        }
        var verdict = block.verdict(transaction.id());
        if (!verdict.isProven()) {
            throw new UntrustedLedgerException("Block " + block.block().number() + " calls " + transaction.id() + " valid and does not prove it: "
                    + verdict.findings());
        }
        return transaction.event().map(event -> new RecordedEvent(block.block().number(), place, transaction.id(), transaction.creator().mspId(),
                event.name(), transaction.arguments().stream().map(EventsOfBlock::text).toList(), text(event.payload())));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
