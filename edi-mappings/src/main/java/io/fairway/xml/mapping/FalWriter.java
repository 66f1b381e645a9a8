package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.shape.Shape;
import io.fairway.document.shape.Shape.Group;
import io.fairway.document.shape.Shape.Member;
import io.fairway.xml.XmlOutput;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes documents in a profile of Fairway's own: that of the FAL data set, or that of trade documents. */
final class FalWriter implements DocumentWriter {
    private final FalNames.Profile profile;

    FalWriter(FalNames.Profile profile) {
        this.profile = profile;
    }

    @Override
    public String dialect() {
        return profile.dialect();
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(Document document, OutboundEnvelope envelope) {
        String element = profile.elementOf(document)
                .orElseThrow(() -> new UnwritableDocumentException("", profile.dialect() + " has no form of a " + document.getClass().getSimpleName()));
        XmlOutput xml = new XmlOutput().open(profile.root()).attribute("", "xmlns", profile.namespace())
                .open("Head")
                .leaf("envelope.reference", "MessageID", envelope.reference())
                .leaf("envelope.sender", "SenderID", envelope.sender())
                .leaf("envelope.recipient", "ReceiverID", envelope.recipient())
                .leaf("envelope.environment", "EnvironmentCode", envelope.environment() == Environment.TEST ? "TEST" : "")
                .close();
        xml.openAlways(element);
        members(xml, document, Shape.group(document.getClass()), "");
        return xml.close().close().bytes();
    }

    private static void members(XmlOutput xml, Object owner, Group group, String path) {
        for (Member member : group.members()) {
            String name = path.isEmpty() ? member.name() : path + "." + member.name();
            value(xml, valueOf(member.accessor(), owner), member.shape(), name, FalNames.element(group.type(), member.name()));
        }
    }

    private static void value(XmlOutput xml, Object value, Shape shape, String path, String element) {
        switch (shape) {
            case Shape.Maybe(Shape of) -> ((Optional<?>) value).ifPresent(there -> value(xml, there, of, path, element));
            case Shape.Several(Shape of) -> {
                List<?> values = (List<?>) value;
                for (int i = 0; i < values.size(); i++) {
                    value(xml, values.get(i), of, path + "[" + i + "]", element);
                }
            }
            case Group group -> {
                xml.openAlways(element);
                members(xml, value, group, path);
                xml.close();
            }
            case Shape.Decimal _ -> xml.leaf(path, element, ((BigDecimal) value).toPlainString());
            case Shape.Code _ -> xml.leaf(path, element, ((Enum<?>) value).name());
            case Shape.Characters _, Shape.Whole _, Shape.Moment _, Shape.Day _, Shape.Truth _, Shape.Identifier _, Shape.OneOf _ ->
                xml.leaf(path, element, value.toString());
        }
    }

    private static Object valueOf(Method accessor, Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }
}
