package io.fairway.usecase.verification;

import io.fairway.document.finding.Text;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.anchor.AnchorProof;
import io.fairway.usecase.title.LedgerNames;
import io.fairway.usecase.verification.OnLedger.Attested;
import io.fairway.usecase.verification.OnLedger.Paper;
import io.fairway.usecase.verification.TradeCase.Said;
import io.fairway.usecase.view.EventWords;
import io.fairway.usecase.view.EvidenceView;
import io.fairway.usecase.view.RightEventView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case as a bank may see it, beside what is known of it otherwise; says of everything where it stands.
 *
 * @param asking the bank
 * @param anchored digests that stand on the ledger
 */
record Trade(PartyId asking, TradeCase seen, OnLedger ledger, Map<Sha256, AnchorProof> anchored) {
    Trade {
        anchored = Map.copyOf(anchored);
    }

    String bill() {
        return seen.consignment().bill();
    }

    PartyId carrier() {
        return new PartyId(seen.consignment().carrier());
    }

    /** Where something said stands: in which document, and on the ledger as attestation, or else as the digest of that document. */
    EvidenceView evidence(Said said) {
        Optional<Paper> paper = Optional.ofNullable(ledger.papers().get(said.sequence()));
        Optional<Attested> attested = Optional.ofNullable(ledger.attested().get(said.sequence()));
        Optional<AnchorProof.AnchorEvent> anchor = paper.flatMap(this::anchor);
        return new EvidenceView(EventWords.of(said.event()), said.sender().value(), said.occurredAt(), said.receivedAt(),
                paper.map(found -> found.transmission().value()), attested.map(Attested::subject).or(() -> anchor.map(AnchorProof.AnchorEvent::subject)),
                attested.map(Attested::transaction).or(() -> anchor.map(AnchorProof.AnchorEvent::transaction)),
                attested.map(Attested::block).or(() -> anchor.map(AnchorProof.AnchorEvent::block)));
    }

    List<EvidenceView> evidence(Stream<Said> said) {
        return said.map(this::evidence).toList();
    }

    private Optional<AnchorProof.AnchorEvent> anchor(Paper paper) {
        return Optional.ofNullable(anchored.get(paper.transmission())).map(AnchorProof::event);
    }

    /** Where an attestation stands, without the document behind it. */
    static EvidenceView evidence(Attested attested) {
        return new EvidenceView(new Text("Attested on the ledger: " + attested.fact() + ".", "账本存证：" + attested.fact() + "。"),
                attested.by().value(), attested.at(), attested.heardAt(), Optional.empty(), Optional.of(attested.subject()),
                Optional.of(attested.transaction()), Optional.of(attested.block()));
    }

    /** Where a change of the bill stands on the ledger. */
    static EvidenceView evidence(OnLedger.Title title, RightEventView change) {
        return new EvidenceView(new Text("On the ledger: " + change.action() + ", version " + change.version() + " (" + change.custody() + ").",
                "账本记录：" + change.action() + "，第" + change.version() + "版（" + change.custody() + "）。"), change.by(), title.changedAt(),
                title.changedAt(), Optional.empty(), Optional.of(title.subject()), Optional.of(change.transaction()), Optional.of(change.block()));
    }

    /** Where the bill stands on the ledger, without who moved it last. */
    static List<EvidenceView> standing(OnLedger.Title title) {
        return title.history().stream().skip(Math.max(0, title.history().size() - 1)).map(last -> new EvidenceView(
                new Text("The bill on the ledger, version " + last.version() + ".", "账本上的提单，第" + last.version() + "版。"), "ledger",
                title.changedAt(), title.changedAt(), Optional.empty(), Optional.of(title.subject()), Optional.of(last.transaction()),
                Optional.of(last.block()))).toList();
    }

    /** Whether the ledger's name is this party's. */
    static boolean is(String name, PartyId party) {
        return LedgerNames.of(party).equals(name);
    }

    /** What was attested of this fact. */
    Stream<Attested> attestedAs(String fact) {
        return ledger.attested().values().stream().filter(one -> one.fact().equals(fact));
    }
}
