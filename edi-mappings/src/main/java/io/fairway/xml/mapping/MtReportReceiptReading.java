package io.fairway.xml.mapping;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.ContentReport.Verdict;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Document;
import io.fairway.document.id.RefusedValueException;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the receipt of an arrival, loading or tally report: whether customs took it. It decides nothing about a consignment, so that
 * it is a content report, one part per consignment answered.
 */
final class MtReportReceiptReading extends MtSubjects {
    private final Optional<Header> header;

    private record Header(String reference, Instant issuedAt, String answered, String sender, String recipient) {
    }

    private MtReportReceiptReading(FieldReader heading, Optional<Header> header, XmlSession session) {
        super(heading, session);
        this.header = header;
    }

    static MtReportReceiptReading of(XmlElement heading, XmlSession session) {
        FieldReader fields = FieldReader.of(heading, "", session::finding);
        List.of("Head/FunctionCode", "Head/MessageType", "Head/Version").forEach(fields::marker);
        Optional<String> reference = fields.required("reference", "Head/MessageID", MtForm::documentNumber);
        Optional<Instant> issuedAt = fields.required("issuedAt", "Head/SendTime", XmlValues.localTime(session.profile().zone()));
        String sender = fields.text("sender", "Head/SenderID");
        String recipient = fields.text("recipient", "Head/ReceiverID");
        String answered = fields.text("answeredReference", "AnsweredMessage/ID");
        Optional<Header> header = reference.flatMap(number -> issuedAt.map(time -> new Header(number, time, answered, sender, recipient)));
        return new MtReportReceiptReading(fields, header, session);
    }

    @Override
    String pathOfSubject() {
        return "";
    }

    @Override
    Optional<Document> documentOf(FieldReader fields) {
        String bill = fields.text("errors[0].subject", "TransportContractDocument/ID");
        Optional<String> code = fields.required("verdict", "ResponseType/Code", MtReportReceiptReading::known);
        List<ContentError> errors = new ArrayList<>();
        for (FieldReader response : fields.children("ResponseType", "errors")) {
            response.marker("Code");
            Reason reason = response.value("text", "Text", MtReason::read).orElse(new Reason("", "", ""));
            if (!reason.code().isEmpty() || !reason.text().isEmpty()) {
                errors.add(new ContentError(reason.code(), reason.pointer().isEmpty() ? bill : reason.pointer(), reason.text()));
            }
        }
        if (!fields.isComplete()) {
            return Optional.empty();
        }
        Verdict verdict = code.filter("03"::equals).isPresent() ? Verdict.NOT_ACCEPTED
                : errors.isEmpty() ? Verdict.ACCEPTED : Verdict.ACCEPTED_WITH_REMARKS;
        return header.map(shared -> new ContentReport(shared.reference, shared.issuedAt, shared.answered, shared.sender, shared.recipient,
                verdict, errors));
    }

    private static String known(String code) {
        if (!List.of("01", "03").contains(code)) {
            throw new RefusedValueException("CODE_UNKNOWN", code, "receipt code 01 or 03");
        }
        return code;
    }
}
