package io.fairway.xml.mapping;

import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.finding.Finding;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One type of the family of manifest messages: {@code Manifest/Head}, then {@code Declaration} (a manifest or report) or
 * {@code Response} (its receipt). The message id is the reference of the interchange; the form has no test indicator, so that by agreement a message
 * id that begins with {@value #TEST} says that the message is a test.
 */
final class MtForm implements XmlForm {
    static final String ROOT = "Manifest";
    static final String TEST = "TEST_";

    private static final Pattern FORM_PREFIX = Pattern.compile("^(" + TEST + ")?CN_MT[0-9]{4}_1p[0-9]_");

    private static final String SUBJECT = "Consignment";
    private static final Set<String> ENTERED = Set.of("Declaration", "Response");

    private final MtType type;

    MtForm(MtType type) {
        this.type = type;
    }

    @Override
    public void read(XmlParts parts, XmlSession session) throws IOException, XmlFaultException {
        Optional<XmlElement> head = parts.next(ENTERED).filter(first -> first.name().equals("Head"));
        Optional<Envelope> envelope = head.flatMap(MtForm::envelopeOf);
        if (head.isEmpty() || envelope.isEmpty()) {
            session.finding(XmlContentRule.XML_HEAD_MISSING, head.orElse(parts.root()).place(), "");
            return;
        }
        session.startInterchange(envelope.get());
        readBody(parts, session, head.get());
    }

    /** The number of the document in a message id: without what only says the form, so that it fits where others have 35 characters. */
    static String documentNumber(String messageId) {
        return FORM_PREFIX.matcher(messageId).replaceFirst("");
    }

    private static Optional<Envelope> envelopeOf(XmlElement head) {
        FieldReader fields = FieldReader.of(head, "", (Finding ignored) -> { });
        String id = fields.marker("MessageID");
        Environment environment = id.startsWith(TEST) ? Environment.TEST : Environment.LIVE;
        return id.isEmpty() ? Optional.empty()
                : Optional.of(new Envelope(Syntax.XML, id, fields.marker("SenderID"), fields.marker("ReceiverID"), environment, 0));
    }

    private void readBody(XmlParts parts, XmlSession session, XmlElement head) throws IOException, XmlFaultException {
        List<XmlElement> header = new ArrayList<>(List.of(head));
        Optional<XmlElement> part = parts.next(ENTERED);
        boolean isReceipt = part.filter(first -> first.place().segment().startsWith(ROOT + "/Response/")).isPresent();
        session.startMessage(isReceipt ? type.receipt() : type.name());
        while (part.isPresent() && !part.get().name().equals(SUBJECT)) {
            header.add(part.get());
            part = parts.next(ENTERED);
        }
        XmlElement heading = XmlElement.holding(header, parts.root().place());
        MtBody subjects = isReceipt ? receipt(heading, session) : declaration(heading, session);
        while (part.isPresent()) {
            if (part.get().name().equals(SUBJECT)) {
                subjects.subject(part.get());
            } else {
                subjects.trailing(part.get());
            }
            part = parts.next(ENTERED);
        }
        subjects.end();
    }

    private MtBody receipt(XmlElement heading, XmlSession session) {
        return type.isManifest() ? MtReceiptReading.of(heading, session) : MtReportReceiptReading.of(heading, session);
    }

    private MtBody declaration(XmlElement heading, XmlSession session) {
        return switch (type) {
            case MT1101, MT2101 -> MtManifestReading.of(type, heading, session);
            case MT4101 -> MtLoadingReading.of(heading, session);
            case MT3101 -> MtMovementReading.of(Movement.GATE_IN, heading, session);
            case MT5101 -> MtMovementReading.of(Movement.DISCHARGED, heading, session);
            case MT5102 -> MtMovementReading.of(Movement.LOADED, heading, session);
        };
    }
}
