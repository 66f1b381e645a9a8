package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.xml.XmlOutput;
import java.util.List;

/**
 * Writes a decision of customs as a WCO response in the DMS profile; {@link WcoDecision} has the codes, {@link WcoStatement}
 * what the profile lacks. Times have whole seconds. The response's own reference is the authority's; sender, recipient and
 * reference of the envelope have no place in the form.
 */
final class WcoResponseWriter implements DocumentWriter {
    private static final int REFERENCE_LIMIT = 35;

    @Override
    public String dialect() {
        return XmlDialects.WCO_RES;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        if (!(document instanceof CustomsResponse response)) {
            throw new UnwritableDocumentException("", "a WCO response says a customs response only");
        }
        if (response.reference().isBlank()) {
            throw new UnwritableDocumentException("reference", "a WCO response has a reference");
        }
        WcoDecision decision = WcoDecision.of(response.decision());
        XmlOutput xml = WcoEnvelope.write("RES", WcoNames.RESPONSE, WcoNames.RESPONSE_TYPES, envelope.environment());
        xml.open("Response")
                .leaf("decision", "FunctionCode", decision.function())
                .leaf("reference", "FunctionalReferenceID", response.reference(), REFERENCE_LIMIT);
        xml.open("IssueDateTime").open("ds:DateTimeString").attribute("", "formatCode", "304")
                .text("decidedAt", XmlValues.writtenZoned(response.decidedAt())).close().close();
        writeStatements(xml, response);
        writeErrors(xml, response.reasons());
        xml.open("Status").leaf("decision", "NameCode", decision.status()).close();
        writeDeclaration(xml, response);
        return xml.close().close().bytes();
    }

    private static void writeStatements(XmlOutput xml, CustomsResponse response) {
        for (int i = 0; i < response.bills().size(); i++) {
            WcoStatement.BILL.write(xml, "bills[" + i + "]", response.bills().get(i).value());
        }
        for (int i = 0; i < response.containers().size(); i++) {
            WcoStatement.CONTAINER.write(xml, "containers[" + i + "]", response.containers().get(i).value());
        }
        WcoStatement.HOLD.write(xml, "holdId", response.holdId());
        WcoStatement.RELEASE.write(xml, "releaseNumber", response.releaseNumber());
        response.place().ifPresent(place -> WcoStatement.PLACE.write(xml, "place", place.name()));
        if (!areErrors(response.reasons())) {
            for (int i = 0; i < response.reasons().size(); i++) {
                WcoReason.writeStatement(xml, "reasons[" + i + "]", response.reasons().get(i));
            }
        }
    }

    /** Reasons keep their order by being all of one kind. */
    private static boolean areErrors(List<Reason> reasons) {
        return reasons.stream().allMatch(WcoReason::isError);
    }

    private static void writeErrors(XmlOutput xml, List<Reason> reasons) {
        for (int i = 0; areErrors(reasons) && i < reasons.size(); i++) {
            WcoReason.writeError(xml, "reasons[" + i + "]", reasons.get(i));
        }
    }

    private static void writeDeclaration(XmlOutput xml, CustomsResponse response) {
        xml.openAlways("Declaration")
                .leaf("lrn", "FunctionalReferenceID", response.lrn().map(LocalReferenceNumber::value).orElse(""))
                .leaf("entryNumber", "ID", response.entryNumber().map(EntryNumber::value).orElse(""));
        for (int i = 0; i < response.duties().size(); i++) {
            xml.open("DutyTaxFee").open("Payment");
            WcoMoney.write(xml, "duties[" + i + "]", "TaxAssessedAmount", response.duties().get(i));
            xml.close().close();
        }
        xml.close();
    }
}
