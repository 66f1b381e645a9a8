package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.signing.evidence.EvidenceWriter;
import io.fairway.signing.evidence.Sentence;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.evidence.EvidenceSpool.Spooled;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The evidence of a case as one container (ASiC-E) that verifies without the hub. Holds what the asking party may see and nothing else
 * (P13), as of one point in time: the same case at the same point gives the same files, but for proofs of what the ledger took meanwhile.
 */
public final class CollectEvidence {
    private final Transactions transactions;
    private final CaseFiles files;
    private final List<EvidenceSource> sources;
    private final AnchorEvidence anchors;
    private final EvidenceSpool spool;
    private final EvidenceSealing sealing;
    private final TrustFolder trust;
    private final Function<Object, byte[]> json;

    /**
     * @param sources asked in this order
     * @param anchors asked last, about all that was added
     * @param json writes views, the same for the same
     */
    public CollectEvidence(Transactions transactions, CaseFiles files, List<EvidenceSource> sources, AnchorEvidence anchors,
                           EvidenceSpool spool, EvidenceSealing sealing, TrustFolder trust, Function<Object, byte[]> json) {
        this.transactions = transactions;
        this.files = files;
        this.sources = List.copyOf(sources);
        this.anchors = anchors;
        this.spool = spool;
        this.sealing = sealing;
        this.trust = trust;
        this.json = json;
    }

    /**
     * Of a consignment.
     *
     * @return empty when the caller sees no such consignment
     * @throws EvidenceUnavailableException when there is no timestamp
     */
    public Optional<Spooled> ofConsignment(Caller caller, UUID consignment) {
        return collected(caller, parts -> files.consignment(caller, consignment).map(detail -> {
            add(caller, detail, parts);
            ConsignmentView view = detail.consignment();
            return new Sentence("Evidence of bill " + view.bill() + " of carrier " + view.carrier() + ", as " + caller.party() + " may see it.",
                    "提单 " + view.bill() + "（承运人 " + view.carrier() + "）的证据，范围为 " + caller.party() + " 有权查看的内容。");
        }));
    }

    /** Of an interchange that the caller sent or was sent; otherwise as for a consignment. */
    public Optional<Spooled> ofInterchange(Caller caller, UUID interchange) {
        return collected(caller, parts -> {
            var writing = new InterchangeParts(files, parts);
            Optional<String> found = writing.received(interchange).or(() -> writing.sent(caller, interchange));
            found.ifPresent(_ -> erased(interchange, parts));
            return found.map(reference -> new Sentence(
                    "Evidence of interchange " + reference + ", as " + caller.party() + " may see it.",
                    "交换 " + reference + " 的证据，范围为 " + caller.party() + " 有权查看的内容。"));
        });
    }

    private void add(Caller caller, ConsignmentDetail detail, EvidenceParts parts) {
        UUID id = detail.consignment().id();
        parts.addJson("case.json", new Text("The consignment, its containers and declarations as they stand.", "货物、集装箱及申报的现状。"), detail);
        parts.addJson("timeline.json", new Text("What was said about it, in the order the hub learnt it.", "按系统获知顺序排列的全部事件。"),
                files.timeline(caller, id));
        var interchanges = new InterchangeParts(files, parts);
        files.receivedAbout(id).forEach(interchanges::received);
        files.sentAbout(caller, id).forEach(sent -> interchanges.sent(caller, sent));
        sources.forEach(source -> source.add(caller, detail, parts));
        erased(id, parts);
    }

    private void erased(UUID consignmentOrInterchange, EvidenceParts parts) {
        List<CaseFiles.Erased> gone = files.erased(consignmentOrInterchange);
        if (!gone.isEmpty()) {
            parts.addJson("erasures.json", new Text("What is not here because it was erased: what it was, when, and why.",
                    "因已删除而不在此处的内容：其种类、时间及原因。"), gone);
        }
    }

    private Optional<Spooled> collected(Caller caller, Function<EvidenceParts, Optional<Sentence>> collecting) {
        try {
            Spooled spooled = spool.open();
            boolean whole = false;
            try {
                whole = write(caller, spooled, collecting);
                return whole ? Optional.of(spooled) : Optional.empty();
            } finally {
                if (!whole) {
                    spooled.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Evidence cannot be written", e);
        }
    }

    /** Sealing asks for timestamps, which come from outside: no transaction is open then. */
    private boolean write(Caller caller, Spooled spooled, Function<EvidenceParts, Optional<Sentence>> collecting) throws IOException {
        try (OutputStream out = spooled.out(); var writer = new EvidenceWriter(out)) {
            var parts = new EvidenceParts(writer, json);
            Optional<Sentence> title = transactions.atOnePoint(caller.party(), () -> collecting.apply(parts));
            if (title.isEmpty()) {
                return false;
            }
            anchors.add(parts);
            TrustParts.add(trust, parts);
            sealing.seal(writer, title.get());
            return true;
        }
    }
}
