package io.fairway.usecase.verification;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.verification.TradeCase.Said;
import io.fairway.usecase.view.ConsignmentView;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gets what a bank may see of a case, and where it stands on the ledger. */
public final class FindTrade {
    private final Transactions transactions;
    private final TradeRecords records;
    private final Commitments commitments;
    private final AnchorProofs anchors;

    public FindTrade(Transactions transactions, TradeRecords records, Commitments commitments, AnchorProofs anchors) {
        this.transactions = transactions;
        this.records = records;
        this.commitments = commitments;
        this.anchors = anchors;
    }

    /** @param operation what the look is noted as */
    Optional<Trade> find(Caller caller, Question.Subject subject, Question.Terms terms, String operation, Instant now) {
        return transactions.asParty(caller.party(), () -> records.find(caller, subject, operation, now)).map(seen -> with(caller, seen, terms));
    }

    private Trade with(Caller caller, TradeCase seen, Question.Terms terms) {
        ConsignmentView view = seen.consignment();
        String carrier = LedgerNames.of(new PartyId(view.carrier()));
        String bill = RightKind.BILL.word() + "/" + carrier + "/" + commitments.ofBill(carrier, view.bill()) + "/";
        Set<Long> places = seen.said().stream().map(Said::sequence).collect(Collectors.toSet());
        Optional<String> claim = claim(carrier, view.bill(), terms);
        OnLedger ledger = transactions.asHub(() -> records.onLedger(view.id(), places, bill, claim));
        Set<Sha256> digests = ledger.papers().values().stream().map(OnLedger.Paper::transmission).collect(Collectors.toSet());
        return new Trade(caller.party(), seen, ledger, anchors.find(digests));
    }

    /** @throws IllegalArgumentException when the amount is none; the message says what was expected */
    Optional<String> claim(String carrier, String bill, Question.Terms terms) {
        return terms.invoice().flatMap(invoice -> terms.amount().map(amount ->
                RightKind.FINANCING.word() + "/" + commitments.ofFinancing(carrier, bill, invoice, amount)));
    }
}
