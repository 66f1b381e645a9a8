package io.fairway.xml.mapping;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.ContentReport.Verdict;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.xml.XmlOutput;
import java.util.List;

/** Writes whether a report was taken as the receipt of an arrival, loading or tally report; what a remark is about stands before it. */
final class MtReportReceiptWriter implements DocumentWriter {
    private final MtType type;

    MtReportReceiptWriter(MtType type) {
        this.type = type;
    }

    @Override
    public String dialect() {
        return type.receipt();
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof ContentReport report)) {
            throw new UnwritableDocumentException("", "a receipt of " + type + " says a content report only");
        }
        List<ContentError> errors = report.errors();
        if (report.verdict() == Verdict.ACCEPTED && !errors.isEmpty()) {
            throw new UnwritableDocumentException("errors", "what is accepted without remarks has none");
        }
        String code = report.verdict() == Verdict.NOT_ACCEPTED ? "03" : "01";
        XmlOutput xml = MtHead.write(type, envelope, MtHead.RESPONSE, report.issuedAt());
        xml.open("Response").open("AnsweredMessage").leaf("answeredReference", "ID", report.answeredReference()).close();
        xml.open("Consignment");
        for (int i = 0; i < Math.max(1, errors.size()); i++) {
            xml.open("ResponseType").leaf("verdict", "Code", code);
            if (i < errors.size()) {
                ContentError error = errors.get(i);
                String path = "errors[" + i + "]";
                xml.leaf(path, "Text", MtReason.write(path, new Reason(error.code(), error.subject(), error.text())));
            }
            xml.close();
        }
        return xml.close().close().close().bytes();
    }
}
