package io.fairway.boot;

import io.fairway.document.id.Sha256;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.Query;
import io.fairway.ledger.Receipt;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.anchor.AnchorProof;
import io.fairway.usecase.anchor.AnchorProof.AnchorEvent;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.anchor.Anchors;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.LedgerNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The batches a database has, and behind them those that only the ledger has: a database whose newest batches were cut away together with
 * their receipts looks whole by itself. What the ledger says is believed by the receipt it gives, which is checked as any other.
 */
final class AnchorsOnLedger implements AnchorProofs {
    private final AnchorProofs here;
    private final Ledger ledger;
    private final Map<String, Optional<Receipt>> asked = new HashMap<>();

    AnchorsOnLedger(AnchorProofs here, Ledger ledger) {
        this.here = here;
        this.ledger = ledger;
    }

    @Override
    public Map<Sha256, AnchorProof> find(Collection<Sha256> digests) {
        return here.find(digests);
    }

    /** @throws io.fairway.ledger.LedgerUnavailableException when the ledger does not answer */
    @Override
    public List<AnchorEvent> events(Anchors.Stream stream) {
        List<AnchorEvent> all = new ArrayList<>(here.events(stream));
        long newest = all.stream().mapToLong(AnchorEvent::number).max().orElse(0);
        String subject = "anchor/" + LedgerNames.of(PartyId.HUB) + "/" + stream.word();
        told(subject).stream().filter(record -> Long.parseLong(record.text("version")) > newest)
                .sorted(Comparator.comparingLong(record -> Long.parseLong(record.text("version"))))
                .forEach(record -> all.add(new AnchorEvent(subject, Long.parseLong(record.text("version")), record.text("tx"),
                        receipt(record.text("tx")).map(Receipt::block).orElse(0L))));
        return all;
    }

    private List<FlatRecord> told(String subject) {
        try {
            return ledger.evaluate(Query.of("history", subject)).lines().map(FlatRecord::read).toList();
        } catch (LedgerRefusedException nothingAnchored) {
            return List.of();
        }
    }

    private Optional<Receipt> receipt(String transaction) {
        return asked.computeIfAbsent(transaction, ledger::receipt);
    }

    @Override
    public Optional<byte[]> receipt(AnchorEvent event) {
        return here.receipt(event).or(() -> receipt(event.transaction()).map(Receipt::bytes));
    }
}
