package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import io.fairway.xml.XmlOutput;
import java.util.List;

/** Writes a decision about a manifest as the receipt of an original or pre-loading manifest, one consignment per bill. */
final class MtReceiptWriter implements DocumentWriter {
    private final MtType type;

    MtReceiptWriter(MtType type) {
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
        if (!(document instanceof CustomsResponse response)) {
            throw new UnwritableDocumentException("", "a manifest receipt says a customs response only");
        }
        String code = MtReceiptCode.of(response.decision()).orElseThrow(() ->
                new UnwritableDocumentException("decision", "a manifest receipt cannot say " + response.decision()));
        refuseWhatTheFormLacks(response);
        XmlOutput xml = MtHead.write(type, envelope, MtHead.RESPONSE, response.decidedAt());
        xml.open("Response");
        for (int i = 0; i < response.bills().size(); i++) {
            writeConsignment(xml, response, code, response.bills().get(i), "bills[" + i + "]");
        }
        return xml.close().close().bytes();
    }

    private static void refuseWhatTheFormLacks(CustomsResponse response) {
        refuseIf(response.bills().isEmpty(), "bills", "a manifest receipt names at least one bill");
        refuseIf(response.lrn().isPresent(), "lrn", "a manifest receipt is not about a declaration");
        refuseIf(response.entryNumber().isPresent(), "entryNumber", "a manifest receipt is not about a declaration");
        refuseIf(!response.holdId().isEmpty(), "holdId", "a manifest receipt has no place for it");
        refuseIf(!response.releaseNumber().isEmpty(), "releaseNumber", "a manifest receipt has no place for it");
        refuseIf(response.place().isPresent(), "place", "a manifest receipt has no place for it");
        refuseIf(!response.duties().isEmpty(), "duties", "a manifest receipt has no place for them");
    }

    private static void refuseIf(boolean isLacking, String path, String why) {
        if (isLacking) {
            throw new UnwritableDocumentException(path, why);
        }
    }

    private static void writeConsignment(XmlOutput xml, CustomsResponse response, String code, BillNumber bill, String path) {
        xml.open("Consignment").open("TransportContractDocument").leaf(path, "ID", bill.value()).close();
        for (int i = 0; i < response.containers().size(); i++) {
            xml.open("TransportEquipment").open("EquipmentIdentification")
                    .leaf("containers[" + i + "]", "ID", response.containers().get(i).value()).close().close();
        }
        List<Reason> reasons = response.reasons();
        for (int i = 0; i < Math.max(1, reasons.size()); i++) {
            xml.open("ResponseType").leaf("decision", "Code", code);
            if (i < reasons.size()) {
                String reasonPath = "reasons[" + i + "]";
                xml.leaf(reasonPath, "Text", MtReason.write(reasonPath, reasons.get(i)));
            }
            xml.close();
        }
        xml.close();
    }
}
