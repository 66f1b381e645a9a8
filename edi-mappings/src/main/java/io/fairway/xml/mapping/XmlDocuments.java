package io.fairway.xml.mapping;

import io.fairway.document.DocumentReader;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.xml.XmlElement;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlLimits;
import io.fairway.xml.XmlParts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads customs documents in XML: a WCO declaration or response (DMS profile), an MT1101 manifest or its receipt. What it is
 * follows from the root element and its namespace. A transmission holds one XML document, which is one interchange with one
 * message. Where a form has a test indicator, or one was agreed, it sets the environment; otherwise a document is live.
 */
public final class XmlDocuments implements DocumentReader {
    private final XmlLimits limits;

    public XmlDocuments() {
        this(XmlLimits.DEFAULT);
    }

    public XmlDocuments(XmlLimits limits) {
        this.limits = limits;
    }

    /** True when the first character that is neither a byte order mark nor blank is {@code <}, in UTF-8, UTF-16 or kin. */
    @Override
    public boolean recognises(byte[] head) {
        for (byte b : head) {
            switch (b & 0xFF) {
                case '<' -> {
                    return true;
                }
                case 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, ' ', '\t', '\r', '\n' -> { }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void read(InputStream input, ReadingProfile profile, ReadingHandler handler) throws IOException {
        var session = new XmlSession(profile, handler);
        try {
            XmlParts parts = XmlParts.open(input, limits);
            Optional<XmlForm> form = formOf(parts.root());
            if (form.isEmpty()) {
                session.finding(XmlContentRule.UNKNOWN_XML_DOCUMENT, parts.root().place(),
                        "{" + parts.root().namespace() + "}" + parts.root().name());
                return;
            }
            form.get().read(parts, session);
            session.end();
        } catch (XmlFaultException e) {
            session.finding(e.finding());
            session.endBroken();
        }
    }

    private static Optional<XmlForm> formOf(XmlElement root) {
        if (root.name().equals(MtForm.ROOT)) {
            return MtType.of(root.namespace()).map(MtForm::new);
        }
        Optional<XmlForm> ours = FalNames.Profile.of(root.name(), root.namespace()).map(FalForm::new);
        if (ours.isPresent()) {
            return ours;
        }
        if (root.name().equals(DecNames.ROOT) && root.namespace().equals(DecNames.NAMESPACE)) {
            return Optional.of(new DecForm());
        }
        if (root.namespace().isEmpty() && root.name().equals(DecNames.RESULT_ROOT)) {
            return Optional.of(new DecResultForm());
        }
        if (root.namespace().isEmpty() && root.name().equals(DecNames.RESPONSE_ROOT)) {
            return Optional.of(new DecResponseForm());
        }
        if (root.name().equals(WcoForm.ROOT) && root.namespace().equals(WcoNames.META)) {
            return Optional.of(new WcoForm());
        }
        return Optional.empty();
    }
}
