package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Document;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the receipt of an original or pre-loading manifest: one part per consignment answered; a house bill is meant where one is named. */
final class MtReceiptReading extends MtSubjects {
    private final Optional<String> reference;
    private final Optional<Instant> decidedAt;

    private MtReceiptReading(FieldReader heading, Optional<String> reference, Optional<Instant> decidedAt, XmlSession session) {
        super(heading, session);
        this.reference = reference;
        this.decidedAt = decidedAt;
    }

    static MtReceiptReading of(XmlElement heading, XmlSession session) {
        FieldReader fields = FieldReader.of(heading, "", session::finding);
        List.of("Head/FunctionCode", "Head/MessageType", "Head/SenderID", "Head/ReceiverID", "Head/Version").forEach(fields::marker);
        Optional<String> reference = fields.required("reference", "Head/MessageID", MtForm::documentNumber);
        Optional<Instant> decidedAt = fields.required("decidedAt", "Head/SendTime", XmlValues.localTime(session.profile().zone()));
        return new MtReceiptReading(fields, reference, decidedAt, session);
    }

    @Override
    String pathOfSubject() {
        return "";
    }

    @Override
    Optional<Document> documentOf(FieldReader fields) {
        String billPath = fields.marker("AssociatedTransportDocument/ID").isEmpty()
                ? "TransportContractDocument/ID" : "AssociatedTransportDocument/ID";
        Optional<BillNumber> bill = fields.required("bills[0]", billPath, BillNumber::new);
        List<ContainerNumber> containers = new ArrayList<>();
        for (FieldReader container : fields.children("TransportEquipment", "containers")) {
            container.required("", "EquipmentIdentification/ID", ContainerNumber::new).ifPresent(containers::add);
        }
        List<Reason> reasons = new ArrayList<>();
        for (FieldReader response : fields.children("ResponseType", "reasons")) {
            response.value("", "Text", MtReason::read).ifPresent(reasons::add);
            response.marker("Code");
        }
        String firstNumber = reasons.stream().findFirst().map(Reason::code).orElse("");
        Optional<Decision> decision = fields.required("decision", "ResponseType/Code", code -> decisionOf(code, firstNumber));
        if (!fields.isComplete() || reference.isEmpty() || decidedAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CustomsResponse(reference.get(), decision.orElseThrow(), decidedAt.get(), Optional.empty(),
                Optional.empty(), List.of(bill.orElseThrow()), containers, "", "", Optional.empty(), List.of(), reasons));
    }

    private static Decision decisionOf(String code, String textNumber) {
        return MtReceiptCode.decisionOf(code, textNumber)
                .orElseThrow(() -> new RefusedValueException("CODE_UNKNOWN", code, "receipt code 01, 03, 25, 39 or 41"));
    }
}
