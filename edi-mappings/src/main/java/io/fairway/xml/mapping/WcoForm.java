package io.fairway.xml.mapping;

import io.fairway.xml.XmlElement;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A WCO document: {@code MetaData}, then one {@code Declaration} or any number of {@code Response}. */
final class WcoForm implements XmlForm {
    static final String ROOT = "MetaData";

    @Override
    public void read(XmlParts parts, XmlSession session) throws IOException, XmlFaultException {
        List<XmlElement> heading = new ArrayList<>();
        Optional<XmlElement> part = parts.next(Set.of());
        while (part.isPresent() && part.get().namespace().equals(WcoNames.META)) {
            heading.add(part.get());
            part = parts.next(Set.of());
        }
        if (part.isEmpty()) {
            session.finding(XmlContentRule.XML_BODY_MISSING, parts.root().place(), "");
            return;
        }
        XmlElement body = part.get();
        if (is(body, "Declaration", WcoNames.DECLARATION)) {
            new WcoDeclarationReading(session).read(whole(heading, body, parts));
            finish(parts);
        } else if (is(body, "Response", WcoNames.RESPONSE)) {
            readResponses(parts, session, heading, body);
        } else {
            session.finding(XmlContentRule.UNKNOWN_XML_DOCUMENT, body.place(), "{" + body.namespace() + "}" + body.name());
        }
    }

    private static void readResponses(XmlParts parts, XmlSession session, List<XmlElement> heading, XmlElement first)
            throws IOException, XmlFaultException {
        var responses = new WcoResponseReading(session);
        responses.read(whole(heading, first, parts));
        Optional<XmlElement> part = parts.next(Set.of());
        while (part.isPresent()) {
            responses.read(whole(List.of(), part.get(), parts));
            part = parts.next(Set.of());
        }
    }

    private static boolean is(XmlElement element, String name, String namespace) {
        return element.name().equals(name) && element.namespace().equals(namespace);
    }

    private static XmlElement whole(List<XmlElement> heading, XmlElement body, XmlParts parts) {
        List<XmlElement> all = new ArrayList<>(heading);
        all.add(body);
        return XmlElement.holding(all, parts.root().place());
    }

    /** What follows a declaration can only be wrong; reading on finds out. */
    private static void finish(XmlParts parts) throws IOException, XmlFaultException {
        while (parts.next(Set.of()).isPresent()) {
            continue;
        }
    }
}
