package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlParts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The business receipt of a single window declaration ({@code DEC_DATA}): what customs decided. Its reference is the number customs
 * gave with the channel and the time, because one declaration gets many.
 */
final class DecResultForm implements XmlForm {

    @Override
    public void read(XmlParts parts, XmlSession session) throws IOException, XmlFaultException {
        FieldReader fields = FieldReader.of(DecForm.whole(parts), "", session::finding);
        Optional<FieldReader> result = fields.child("DEC_RESULT", "");
        if (result.isEmpty()) {
            session.finding(XmlContentRule.XML_BODY_MISSING, fields.place(), "");
            return;
        }
        FieldReader said = result.get();
        session.startInterchange(new Envelope(Syntax.XML, said.peek("CUS_CIQ_NO") + "/" + said.peek("CHANNEL") + "/" + said.peek("NOTICE_DATE"),
                "", "", Environment.LIVE, 0));
        session.startMessage(XmlDialects.DEC_RESULT);
        Optional<String> reference = said.required("reference", "CUS_CIQ_NO", number -> number);
        Optional<Decision> decision = said.required("decision", "CHANNEL", DecResultForm::decisionOf);
        Optional<Instant> decidedAt = said.required("decidedAt", "NOTICE_DATE", value -> time(value, session.profile().zone()));
        Optional<EntryNumber> entry = said.value("entryNumber", "ENTRY_ID", EntryNumber::new);
        List<Reason> reasons = said.value("reasons[0].text", "NOTE", note -> new Reason("", "", note)).stream().toList();
        if (entry.isEmpty() && fields.isComplete()) {
            said.missing("ENTRY_ID", "entryNumber");
        }
        if (fields.isComplete()) {
            session.part(new CustomsResponse(reference.orElseThrow(), decision.orElseThrow(), decidedAt.orElseThrow(), Optional.empty(), entry,
                    List.of(), List.of(), "", "", Optional.empty(), List.of(), reasons), fields.lineage());
        } else {
            session.incomplete();
        }
    }

    private static Decision decisionOf(String channel) {
        return DecNames.decisionOf(channel).orElseThrow(() -> new RefusedValueException("DECISION_UNKNOWN", channel,
                "a channel that decides something about the declaration"));
    }

    private static Instant time(String value, ZoneId zone) {
        try {
            return LocalDateTime.parse(value).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedValueException("DATE_IMPOSSIBLE", value, "a date and time that exists, as 2026-03-05T16:05:00");
        }
    }
}
