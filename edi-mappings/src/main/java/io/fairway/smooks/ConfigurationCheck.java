package io.fairway.smooks;

import io.fairway.document.finding.Place;
import io.fairway.xml.XmlElement;
import io.fairway.xml.XmlFaultException;
import io.fairway.xml.XmlLimits;
import io.fairway.xml.XmlParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a dialect's Smooks configuration may say, looked at before Smooks sees it. What is not named here is refused: reader
 * classes, class resources, imports, conditions, scripts, bean expressions, exports, handlers, anything of another namespace than
 * Smooks' own. The XML itself is read without document types, entities and XInclude.
 *
 * <pre>{@code
 * <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd">
 *   <resource-config selector="message"><resource type="ftl">release-order.ftl</resource></resource-config>
 * </smooks-resource-list>
 * }</pre>
 */
final class ConfigurationCheck {
    private static final String NAMESPACE = "https://www.smooks.org/xsd/smooks-2.0.xsd";
    private static final XmlLimits LIMITS = new XmlLimits(6, 200, 4, 4096, 64 * 1024);
    private static final Pattern SELECTOR = Pattern.compile("#document|[A-Za-z][A-Za-z0-9-]*(/[A-Za-z][A-Za-z0-9-]*){0,9}");
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}\\.ftl");
    private static final Set<String> RESOURCES = Set.of("resource-config");

    private final DialectFiles files;

    ConfigurationCheck(DialectFiles files) {
        this.files = files;
    }

    /** @throws RefusedDialectException for the first thing that is not allowed */
    void check() {
        byte[] bytes = files.bytes(DialectFiles.CONFIGURATION);
        try {
            XmlParts parts = XmlParts.open(new ByteArrayInputStream(bytes), LIMITS);
            allow(parts.root(), "smooks-resource-list", Set.of());
            int resources = 0;
            for (Optional<XmlElement> part = parts.next(Set.of()); part.isPresent(); part = parts.next(Set.of())) {
                checkResource(part.get());
                resources++;
            }
            if (resources == 0) {
                throw refused(parts.root().place(), "expected a resource-config with a template");
            }
        } catch (XmlFaultException e) {
            throw refused(e.finding().place(), e.finding().code());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private void checkResource(XmlElement element) {
        if (!RESOURCES.contains(element.name())) {
            throw refused(element.place(), "element " + element.name() + " is not allowed in a dialect");
        }
        allow(element, "resource-config", Set.of("selector"));
        String selector = element.attribute("selector").map(XmlElement.Attribute::value).orElse("");
        if (!SELECTOR.matcher(selector).matches()) {
            throw refused(element.place(), "selector '" + selector + "' is neither #document nor a path of element names");
        }
        List<XmlElement> children = element.children();
        if (children.size() != 1 || !element.text().isEmpty()) {
            throw refused(element.place(), "a resource-config holds one resource and nothing else");
        }
        checkTemplate(children.getFirst());
    }

    private void checkTemplate(XmlElement resource) {
        allow(resource, "resource", Set.of("type"));
        boolean isTemplate = resource.attribute("type").filter(type -> type.value().equals(TemplateFactory.TYPE)).isPresent();
        if (!isTemplate || !resource.children().isEmpty() || !TEMPLATE.matcher(resource.text()).matches()) {
            throw refused(resource.place(), "a resource is of type ftl and names a template file of the folder");
        }
        if (!files.templates().contains(resource.text())) {
            throw refused(resource.place(), "there is no template " + resource.text() + " in the folder");
        }
    }

    private void allow(XmlElement element, String name, Set<String> attributes) {
        if (!element.name().equals(name) || !element.namespace().equals(NAMESPACE)) {
            throw refused(element.place(), "element {" + element.namespace() + "}" + element.name() + " is not allowed here");
        }
        element.attributes().stream().filter(there -> !attributes.contains(there.name()) || !there.namespace().isEmpty()).findFirst()
                .ifPresent(foreign -> {
                    throw refused(element.place(), "attribute " + foreign.name() + " is not allowed");
                });
    }

    private RefusedDialectException refused(Place place, String why) {
        return new RefusedDialectException(files.name(), DialectFiles.CONFIGURATION + " line " + place.line(), why);
    }
}
