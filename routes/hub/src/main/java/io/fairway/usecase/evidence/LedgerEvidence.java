package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.usecase.Caller;
import io.fairway.usecase.evidence.CaseFiles.LedgerReceipt;
import io.fairway.usecase.evidence.CaseFiles.TitleRecord;
import io.fairway.usecase.view.ConsignmentDetail;

/** What stands on the ledger about a bill: the records the caller may see, and receipts of its own acts, which check offline. */
public final class LedgerEvidence implements EvidenceSource {
    private final CaseFiles files;

    public LedgerEvidence(CaseFiles files) {
        this.files = files;
    }

    @Override
    public void add(Caller caller, ConsignmentDetail consignment, EvidenceParts parts) {
        String bill = consignment.consignment().bill();
        for (TitleRecord title : files.titles(caller, bill)) {
            parts.addJson("ledger/" + title.right().id() + "/record.json", new Text(title.right().subject() + " as the ledger last told it.",
                    title.right().subject() + " 在账本上的最新状态。"), title.right());
            parts.addJson("ledger/" + title.right().id() + "/history.json", new Text("What happened to it on the ledger.", "其在账本上的全部变动。"),
                    title.history());
        }
        for (LedgerReceipt receipt : files.receipts(caller, bill)) {
            parts.add("ledger/" + receipt.act() + ".receipt", "application/octet-stream", new Text("Proof that " + receipt.action() + " by "
                    + caller.party() + " stands on the ledger.", caller.party() + " 的 " + receipt.action() + " 已记入账本的证明。"), receipt.bytes());
        }
    }
}
