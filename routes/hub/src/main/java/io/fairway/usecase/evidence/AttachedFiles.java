package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.Attachments;
import io.fairway.usecase.Attachments.Attachment;
import io.fairway.usecase.Caller;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.DeclarationView.DocumentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The supporting documents of the declarations that the caller may see: {@code attachments/SHA256.bin}, since who uploads says what a file
 * is and may be wrong; {@code attachments.json} says for what it was given, and its name and type as told.
 */
public final class AttachedFiles implements EvidenceSource {
    private final Attachments attachments;

    public AttachedFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * One file given for one declaration.
     *
     * @param type EDIFACT 1001, for example 380 invoice
     * @param file its path in the container; empty when it was erased
     */
    record Given(String lrn, String type, String number, String file, String name, String contentType, String party, Optional<Instant> receivedAt,
                 Optional<Instant> erasedAt) {
    }

    @Override
    public void add(Caller caller, ConsignmentDetail consignment, EvidenceParts parts) {
        List<Given> given = new ArrayList<>();
        consignment.declarations().forEach(declaration -> declaration.documents().forEach(document -> document.digest().map(Sha256::new)
                .flatMap(digest -> given(declaration.lrn(), document, digest, parts)).ifPresent(given::add)));
        if (!given.isEmpty()) {
            parts.addJson("attachments.json", new Text("Which supporting documents were given for which declaration.", "各项申报所附的单证。"), given);
        }
    }

    private Optional<Given> given(String lrn, DocumentView document, Sha256 digest, EvidenceParts parts) {
        return attachments.find(digest).map(found -> add(lrn, document, found, parts)).or(() -> attachments.erased(digest).map(at ->
                new Given(lrn, document.type(), document.number(), "", "", "", "", Optional.empty(), Optional.of(at))));
    }

    private static Given add(String lrn, DocumentView document, Attachment found, EvidenceParts parts) {
        String path = "attachments/" + found.digest().value() + ".bin";
        if (!parts.has(path)) {
            parts.add(path, "application/octet-stream", new Text("A supporting document (" + document.type() + " " + document.number()
                    + ") as it was uploaded, byte for byte.", "上传的随附单证（" + document.type() + " " + document.number() + "），逐字节保存。"),
                    found.bytes());
        }
        return new Given(lrn, document.type(), document.number(), path, found.name(), found.contentType(), found.party().value(),
                Optional.of(found.receivedAt()), Optional.empty());
    }
}
