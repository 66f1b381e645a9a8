package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.shape.Shape;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlParts;
import java.io.IOException;
import java.util.Optional;

/** A document in a profile of Fairway's own, of the FAL data set or of trade documents: {@code Head}, then one of them. */
final class FalForm implements XmlForm {
    private final FalNames.Profile profile;

    FalForm(FalNames.Profile profile) {
        this.profile = profile;
    }

    @Override
    public void read(XmlParts parts, XmlSession session) throws IOException, XmlFaultException {
        XmlElement whole = DecForm.whole(parts);
        FieldReader fields = FieldReader.of(whole, "", session::finding);
        Optional<XmlElement> body = whole.children().stream().filter(child -> FalNames.kindOf(child.name()).isPresent()).findFirst();
        String reference = fields.marker("Head/MessageID");
        if (reference.isEmpty() || body.isEmpty()) {
            session.finding(reference.isEmpty() ? XmlContentRule.XML_HEAD_MISSING : XmlContentRule.XML_BODY_MISSING, whole.place(), "");
            return;
        }
        String name = body.get().name();
        Environment environment = fields.marker("Head/EnvironmentCode").equals("TEST") ? Environment.TEST : Environment.LIVE;
        session.startInterchange(new Envelope(Syntax.XML, reference, fields.marker("Head/SenderID"), fields.marker("Head/ReceiverID"),
                environment, 0));
        session.startMessage(profile.name() + "-" + name);
        FieldReader content = fields.child(name, "").orElse(fields);
        var reading = new FalRecordReading();
        Optional<Document> document = reading.read(content, Shape.group(FalNames.kindOf(name).orElseThrow())).map(Document.class::cast)
                .filter(_ -> fields.isComplete());
        if (document.isPresent()) {
            session.part(document.get(), fields.lineage());
        } else {
            session.incomplete();
        }
    }
}
