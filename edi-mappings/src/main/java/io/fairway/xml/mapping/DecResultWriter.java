package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.EntryNumber;
import io.fairway.xml.XmlOutput;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Writes a decision about a declaration as the single window's business receipt ({@code DEC_DATA}). */
final class DecResultWriter implements DocumentWriter {

    @Override
    public String dialect() {
        return XmlDialects.DEC_RESULT;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof CustomsResponse response)) {
            throw new UnwritableDocumentException("", "DEC_DATA says a customs response only");
        }
        String channel = DecNames.channelOf(response.decision())
                .orElseThrow(() -> new UnwritableDocumentException("decision", "DEC_DATA cannot say " + response.decision()));
        EntryNumber entry = response.entryNumber()
                .orElseThrow(() -> new UnwritableDocumentException("entryNumber", "DEC_DATA is about a declaration with an entry number"));
        boolean saysMore = response.lrn().isPresent() || response.place().isPresent() || response.reasons().size() > 1
                || !(response.holdId() + response.releaseNumber()).isEmpty() || !response.bills().isEmpty() || !response.containers().isEmpty()
                || !response.duties().isEmpty();
        boolean isCoded = response.reasons().stream().anyMatch(reason -> !(reason.code() + reason.pointer()).isEmpty());
        if (saysMore || isCoded) {
            throw new UnwritableDocumentException("", "DEC_DATA has a number, a channel, a time and one note, and the response says more");
        }
        LocalDateTime decided = LocalDateTime.ofInstant(response.decidedAt(), envelope.zone()).truncatedTo(ChronoUnit.SECONDS);
        XmlOutput xml = new XmlOutput().open(DecNames.RESULT_ROOT).open("DEC_RESULT")
                .leaf("reference", "CUS_CIQ_NO", response.reference())
                .leaf("entryNumber", "ENTRY_ID", entry.value())
                .leaf("decidedAt", "NOTICE_DATE", decided.toString())
                .leaf("decision", "CHANNEL", channel)
                .leaf("reasons[0].text", "NOTE", response.reasons().stream().findFirst().map(CustomsResponse.Reason::text).orElse(""))
                .close();
        return xml.close().bytes();
    }
}
