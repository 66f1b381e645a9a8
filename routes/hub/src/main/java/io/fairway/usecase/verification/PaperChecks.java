package io.fairway.usecase.verification;

import io.fairway.document.Document;
import io.fairway.document.finding.Text;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.Digests;
import io.fairway.usecase.verification.OnLedger.Paper;
import io.fairway.usecase.view.CheckView;
import io.fairway.usecase.view.EvidenceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The presented document: whether it is one that was said here, by its digest. */
final class PaperChecks {
    private final Trade trade;
    private final Set<String> digests = new TreeSet<>();
    private final List<Document> read;

    /** @param read what the presented file says of this bill */
    PaperChecks(Trade trade, Question.Presented presented, List<Document> read) {
        this.trade = trade;
        this.read = List.copyOf(read);
        presented.digest().map(Sha256::value).ifPresent(digests::add);
        byte[] file = presented.file();
        if (file.length > 0) {
            digests.add(Digests.of(file).value());
        }
    }

    CheckView unaltered() {
        if (digests.isEmpty()) {
            return Answers.notAvailable(Check.DOCUMENT_UNALTERED, "No file and no digest were presented.", "未提交文件或摘要。");
        }
        List<EvidenceView> known = known();
        if (!known.isEmpty()) {
            return Answers.match(Check.DOCUMENT_UNALTERED, "What was presented is, byte for byte, what was said then.", "所提交内容与当时所述逐字节一致。", known);
        }
        boolean comparable = trade.ledger().bill().isPresent() || trade.seen().bill().isPresent() || !read.isEmpty();
        return comparable ? Answers.mismatch(Check.DOCUMENT_UNALTERED,
                "Nothing with this digest stands here or on the ledger about this bill: it was altered, or is another document.",
                "本系统及账本上均无与该提单相关且摘要相同的内容：已被更改或为其他单证。", List.of())
                : Answers.notAvailable(Check.DOCUMENT_UNALTERED, "The bill itself was never sent here; there is nothing to compare with.",
                        "提单本身从未提交至本系统，无从比对。");
    }

    private List<EvidenceView> known() {
        List<EvidenceView> found = new ArrayList<>();
        trade.ledger().bill().filter(title -> title.record().find("root").filter(digests::contains).isPresent())
                .ifPresent(title -> found.addAll(Trade.standing(title)));
        trade.seen().said().stream().filter(said -> papers(said.sequence()).anyMatch(digests::contains)).map(trade::evidence).forEach(found::add);
        trade.ledger().images().stream().filter(image -> digests.contains(image.digest().value())).map(PaperChecks::image).forEach(found::add);
        return found;
    }

    private Stream<String> papers(long sequence) {
        Map<Long, Paper> papers = trade.ledger().papers();
        return Optional.ofNullable(papers.get(sequence)).stream()
                .flatMap(paper -> Stream.concat(Stream.of(paper.transmission()), paper.interchange().stream())).map(Sha256::value);
    }

    private static EvidenceView image(OnLedger.Image image) {
        return new EvidenceView(new Text("Written by the hub itself.", "由本系统生成。"), "FAIRWAY", image.createdAt(), image.createdAt(),
                Optional.of(image.digest().value()), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
