package io.fairway.usecase.verification;

import io.fairway.document.finding.Text;
import io.fairway.document.id.BillNumber;
import io.fairway.ledger.proof.FactProof;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorProof.AnchorEvent;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.evidence.EvidenceParts;
import io.fairway.usecase.evidence.EvidenceSpool.Spooled;
import io.fairway.usecase.evidence.SealParts;
import io.fairway.usecase.view.VerificationView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Proves one fact of a verified trade to anybody, without the hub and without telling anything else of the trade. */
public final class ProveFact {
    private static final String BINARY = "application/octet-stream";

    private final FindTrade trades;
    private final Verifications verifications;
    private final AnchorProofs receipts;
    private final SealParts sealing;
    private final Transactions transactions;
    private final Journal journal;
    private final InstantSource clock;

    public ProveFact(FindTrade trades, Verifications verifications, AnchorProofs receipts, SealParts sealing, Transactions transactions,
                     Journal journal, InstantSource clock) {
        this.trades = trades;
        this.verifications = verifications;
        this.receipts = receipts;
        this.sealing = sealing;
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Proves it as it stands now.
     *
     * @param id of the caller's verification
     * @param terms the day of shipment or the customer, where the fact needs it
     * @return empty when there is no such verification of the caller's, or it sees the case no more
     * @throws FactNotAvailableException when nothing proves it
     */
    public Optional<Spooled> prove(Caller caller, UUID id, ProvableFact fact, Question.Terms terms) {
        Instant now = clock.instant();
        Optional<VerificationView> verified = transactions.asParty(caller.party(), () -> verifications.find(id));
        return verified.flatMap(view -> trades.find(caller, subject(view), terms, "proof", now)).map(trade -> {
            ProvenFact proven = new FactFinder(trade, terms).find(fact);
            transactions.asParty(caller.party(), () -> {
                journal.append(now, caller.party(), "fact-proven", id, "{\"fact\":\"%s\"}".formatted(fact.word()));
                return id;
            });
            return sealing.seal(proven.statement(), parts -> add(proven, fact, now, parts));
        });
    }

    private static Question.Subject subject(VerificationView view) {
        return new Question.Subject(view.grant(), Optional.of(new PartyId(view.carrier())), Optional.of(new BillNumber(view.bill())));
    }

    private void add(ProvenFact proven, ProvableFact fact, Instant now, EvidenceParts parts) {
        parts.addJson("fact.json", new Text("The fact, and what it rests on.", "所证事实及其依据。"), new Statement(fact.word(), proven.statement(), proven.by(),
                proven.restsOn(), proven.document(), proven.place().map(AnchorEvent::subject), proven.place().map(AnchorEvent::transaction),
                proven.place().map(AnchorEvent::block), now));
        for (FactProof leaf : proven.disclosed()) {
            parts.add("ledger/" + leaf.fact().name() + ".fact", BINARY, new Text("What was attested: " + leaf.fact().name() + ".",
                    "存证内容：" + leaf.fact().name() + "。"), leaf.bytes());
        }
        proven.anchor().ifPresent(proof -> parts.add("ledger/document.anchored", BINARY, new Text(
                "That the document in which it was said stands on the ledger by its digest.", "所述单证的摘要已记入账本。"), proof));
        proven.place().flatMap(receipts::receipt).ifPresent(receipt -> parts.add("ledger/transaction.receipt", BINARY, new Text(
                "Proof that the transaction stands on the ledger.", "该交易已记入账本的证明。"), receipt));
    }

    /**
     * What {@code fact.json} says.
     *
     * @param restsOn {@code attestation}: its leaves and the receipt prove it. {@code ledger record}: the receipt shows the record.
     *                {@code seal of the hub}: the hub read it in the document with this digest
     * @param asOf when the hub wrote it
     */
    record Statement(String fact, Text statement, String by, String restsOn, Optional<String> document, Optional<String> subject,
                     Optional<String> transaction, Optional<Long> block, Instant asOf) {
    }
}
