package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.xml.XmlOutput;

/** Writes whether an interchange was taken over as the single window's technical receipt ({@code DecImportResponse}). */
final class DecResponseWriter implements DocumentWriter {

    @Override
    public String dialect() {
        return XmlDialects.DEC_RESPONSE;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof SyntaxReport report)) {
            throw new UnwritableDocumentException("", "a DecImportResponse says a syntax report only");
        }
        return new XmlOutput().open(DecNames.RESPONSE_ROOT)
                .leaf("action", "ResponseCode", report.action() == Action.REJECTED ? "1" : "0")
                .leaf("interchangeReference", "ClientSeqNo", report.interchangeReference())
                .leaf("envelope.reference", "SeqNo", envelope.reference())
                .close().bytes();
    }
}
