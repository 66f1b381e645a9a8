package io.fairway.usecase.sheet;

import io.fairway.document.finding.Text;
import io.fairway.usecase.Caller;
import io.fairway.usecase.evidence.EvidenceParts;
import io.fairway.usecase.evidence.EvidenceSource;
import io.fairway.usecase.view.ConsignmentDetail;

/** The sheets that were handed out to the asking party about a case, as the same bytes. */
public final class SheetEvidence implements EvidenceSource {
    private final IssuedSheets sheets;

    public SheetEvidence(IssuedSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void add(Caller caller, ConsignmentDetail consignment, EvidenceParts parts) {
        for (IssuedSheet sheet : sheets.about(consignment.consignment().id())) {
            SheetKind kind = sheet.key().kind();
            parts.add("sheets/" + kind.word() + "-" + sheet.id() + ".pdf", "application/pdf", new Text(kind.title().english() + " as it was handed out at "
                    + sheet.issuedAt() + ", with the hub's seal in it.", "于 " + sheet.issuedAt() + " 签发的" + kind.title().chinese() + "，内含平台签章。"), sheet.pdf());
        }
    }
}
