package io.fairway.xml;

import io.fairway.document.finding.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of an XML input with all it holds.
 *
 * @param namespace empty when the element is in none
 * @param text characters directly in the element, without the blanks and line breaks around them
 * @param place path of the element from the root ({@code Manifest/Declaration/Consignment[2]/ID}; counted from the second of a
 *        name on) and where its content begins, that is right after its start tag
 */
public record XmlElement(String namespace, String name, List<Attribute> attributes, String text, List<XmlElement> children,
                         Place place) {
    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** @param place path of the element, {@code /@} and the name; offset, line and column as of the element */
    public record Attribute(String namespace, String name, String value, Place place) {
    }

    /** An element that only holds others together; used where the parts of one subject arrive one by one. */
    public static XmlElement holding(List<XmlElement> children, Place place) {
        return new XmlElement("", "", List.of(), "", children, place);
    }

    public Stream<XmlElement> named(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    public Optional<XmlElement> first(String childName) {
        return named(childName).findFirst();
    }

    public Optional<Attribute> attribute(String attributeName) {
        return attributes.stream().filter(attribute -> attribute.name.equals(attributeName)).findFirst();
    }
}
