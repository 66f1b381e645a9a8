package io.fairway.usecase.verification;

import io.fairway.document.Manifest;
import io.fairway.document.finding.Text;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.anchor.AnchorProof;
import io.fairway.usecase.anchor.AnchorProof.AnchorEvent;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.verification.OnLedger.Attested;
import io.fairway.usecase.verification.OnLedger.Paper;
import io.fairway.usecase.verification.TradeCase.Picked;
import io.fairway.usecase.verification.TradeCase.Said;
import io.fairway.usecase.view.RightEventView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds what proves a fact of a trade. */
final class FactFinder {
    private static final List<String> OPENED = List.of("fact", "bill");

    private final Trade trade;
    private final Question.Terms terms;

    FactFinder(Trade trade, Question.Terms terms) {
        this.trade = trade;
        this.terms = terms;
    }

    /** @throws FactNotAvailableException when nothing proves it */
    ProvenFact find(ProvableFact fact) {
        return switch (fact) {
            case SHIPPED_ON_BOARD -> shipped();
            case CUSTOMS_RELEASED -> attested(fact, new Text("Customs released goods of bill " + trade.bill() + ".", "海关已放行提单" + trade.bill() + "项下货物。"));
            case GATED_OUT -> attested(fact, new Text("A container of bill " + trade.bill() + " left by the gate.",
                    "提单" + trade.bill() + "项下集装箱已出闸。"));
            case GROSS_WEIGHT -> weight();
            case HOLDER -> holder();
        };
    }

    private ProvenFact attested(ProvableFact fact, Text statement) {
        Attested found = trade.attestedAs(fact.word()).filter(one -> !ProvenFact.opened(one.disclosable(), OPENED).isEmpty()).findFirst()
                .orElseThrow(() -> new FactNotAvailableException("Expected an attestation of it on the ledger; there is none yet."));
        return new ProvenFact(statement, found.by().value(), "attestation", Optional.empty(),
                Optional.of(new AnchorEvent(found.subject(), 1, found.transaction(), found.block())), ProvenFact.opened(found.disclosable(), OPENED),
                Optional.empty());
    }

    private ProvenFact shipped() {
        LocalDate latest = terms.latestShipment().orElseThrow(() -> new FactNotAvailableException("Expected the parameter latestShipment."));
        Picked<LocalDate> aboard = CargoChecks.onBoard(trade.seen()).filter(day -> !day.what().isAfter(latest))
                .orElseThrow(() -> new FactNotAvailableException("Expected the carrier to have said a day on board not after " + latest + "."));
        return said(aboard.said(), new Text("The goods of bill " + trade.bill() + " were on board not after " + latest + ", says the carrier.",
                "承运人称提单" + trade.bill() + "项下货物装船日期不晚于" + latest + "。"));
    }

    private ProvenFact weight() {
        Optional<Picked<Manifest>> manifest = trade.seen().manifest();
        BigDecimal weight = manifest.flatMap(found -> Cargo.of(found.what(), trade.bill())).flatMap(Cargo::grossKilograms)
                .orElseThrow(() -> new FactNotAvailableException("Expected a manifest that says the weight."));
        return said(manifest.orElseThrow().said(), new Text("The goods of bill " + trade.bill() + " weigh " + weight.toPlainString()
                + " kg gross, says the carrier.", "承运人称提单" + trade.bill() + "项下货物毛重" + weight.toPlainString() + "千克。"));
    }

    private ProvenFact said(Said said, Text statement) {
        Optional<Paper> paper = Optional.ofNullable(trade.ledger().papers().get(said.sequence()));
        Optional<AnchorProof> anchor = paper.flatMap(found -> Optional.ofNullable(trade.anchored().get(found.transmission())));
        return new ProvenFact(statement, said.sender().value(), "seal of the hub", paper.map(found -> found.transmission().value()),
                anchor.map(AnchorProof::event), List.of(), anchor.map(AnchorProof::proof));
    }

    private ProvenFact holder() {
        PartyId customer = terms.customer().or(() -> trade.seen().grant().map(TradeCase.Grant::owner))
                .orElseThrow(() -> new FactNotAvailableException("Expected the parameter customer."));
        OnLedger.Title title = trade.ledger().bill().filter(bill -> TitleChecks.isLive(bill)
                        && bill.record().find("holder").filter(LedgerNames.of(customer)::equals).isPresent())
                .orElseThrow(() -> new FactNotAvailableException("Expected " + customer + " to hold the bill on the ledger."));
        RightEventView last = title.history().getLast();
        return new ProvenFact(new Text(customer + " holds bill " + trade.bill() + ", as of block " + trade.ledger().block() + " of the ledger.",
                "截至账本第" + trade.ledger().block() + "块，" + customer + " 持有提单" + trade.bill() + "。"), "ledger", "ledger record", Optional.empty(),
                Optional.of(new AnchorEvent(title.subject(), last.version(), last.transaction(), last.block())), List.of(), Optional.empty());
    }
}
