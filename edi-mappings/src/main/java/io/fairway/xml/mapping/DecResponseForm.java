package io.fairway.xml.mapping;

import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlParts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The technical receipt of a single window declaration ({@code DecImportResponse}): whether the client took it over, code 0, or not.
 * It says nothing of the content, so that it is a syntax report; the message of an error stands in the loss report.
 */
final class DecResponseForm implements XmlForm {

    @Override
    public void read(XmlParts parts, XmlSession session) throws IOException, XmlFaultException {
        FieldReader fields = FieldReader.of(DecForm.whole(parts), "", session::finding);
        String number = fields.peek("SeqNo").isEmpty() ? fields.peek("ClientSeqNo") : fields.peek("SeqNo");
        session.startInterchange(new Envelope(Syntax.XML, number, "", "", Environment.LIVE, 0));
        session.startMessage(XmlDialects.DEC_RESPONSE);
        Optional<String> answered = fields.required("interchangeReference", "ClientSeqNo", value -> value);
        Optional<Action> action = fields.required("action", "ResponseCode", code -> code.equals("0") ? Action.RECEIVED : Action.REJECTED);
        if (fields.isComplete()) {
            session.part(new SyntaxReport(answered.orElseThrow(), "", "", action.orElseThrow(), Optional.empty(), "", List.of()), fields.lineage());
        } else {
            session.incomplete();
        }
    }
}
