package io.fairway.xml.mapping;

import io.fairway.document.Envelope;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.document.GoodsDeclaration;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlElement;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A declaration of the single window ({@code DecMessage}): its reference is the declarant's, its sender the agent. */
final class DecForm implements XmlForm {

    @Override
    public void read(XmlParts parts, XmlSession session) throws IOException, XmlFaultException {
        FieldReader fields = FieldReader.of(whole(parts), "", session::finding);
        String reference = fields.peek("DecSign/ClientSeqNo");
        if (reference.isEmpty()) {
            fields.missing("DecSign/ClientSeqNo", "lrn");
            return;
        }
        session.startInterchange(new Envelope(Syntax.XML, reference, fields.peek("DecHead/AgentCode"), "", Environment.LIVE, 0));
        session.startMessage(XmlDialects.DEC_MESSAGE);
        Optional<GoodsDeclaration> declaration = new DecReading(fields, session).read();
        if (declaration.isPresent()) {
            session.part(declaration.get(), fields.lineage());
        } else {
            session.incomplete();
        }
    }

    static XmlElement whole(XmlParts parts) throws IOException, XmlFaultException {
        List<XmlElement> children = new ArrayList<>();
        for (Optional<XmlElement> part = parts.next(Set.of()); part.isPresent(); part = parts.next(Set.of())) {
            children.add(part.get());
        }
        return XmlElement.holding(children, parts.root().place());
    }
}
