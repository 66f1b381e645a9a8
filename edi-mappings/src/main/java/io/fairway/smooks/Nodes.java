package io.fairway.smooks;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import io.fairway.document.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Elements of one name as a template sees them: a text (of the first), a list, and what is in the first by name. {@code GroupEQD},
 * {@code NAD}, {@code e2}, {@code c1} are children; {@code NAD_CA} and {@code GroupNAD_CA} those whose first component is {@code CA};
 * {@code @type} an attribute. What a message may have but this one has not is an empty text and an empty list; a name that no
 * message can have is an error of the template. Names of the stock cartridge ({@code SegGrp-2}, {@code C082}, {@code E3039}) are
 * names too.
 */
final class Nodes implements TemplateHashModel, TemplateScalarModel, TemplateSequenceModel {
    private static final Pattern POSSIBLE = Pattern.compile("interchange|message|[A-Z]{3}|Group[A-Z]{3}|e[0-9]{1,2}|c[0-9]{1,2}|@[a-z]+"
            + "|SegGrp-[0-9]{1,3}|[CS][0-9]{3}|E[0-9]{4}");
    private static final Pattern QUALIFIED = Pattern.compile("((?:Group)?[A-Z]{3})_([A-Z0-9]{1,6})");

    private final List<Element> elements;
    private final Carried carried;

    Nodes(List<Element> elements, Carried carried) {
        this.elements = List.copyOf(elements);
        this.carried = carried;
    }

    @Override
    public @Nullable TemplateModel get(String key) {
        Matcher qualified = QUALIFIED.matcher(key);
        if (qualified.matches()) {
            return new Nodes(children(qualified.group(1), child -> isQualified(child, qualified.group(2))), carried);
        }
        if (key.startsWith("@") && !elements.isEmpty()) {
            return new Placed(elements.getFirst().getAttribute(key.substring(1)), List.of(), carried);
        }
        return POSSIBLE.matcher(key).matches() ? new Nodes(children(key, _ -> true), carried) : null;
    }

    private List<Element> children(String name, Predicate<Element> wanted) {
        List<Element> children = new ArrayList<>();
        Node child = elements.isEmpty() ? null : elements.getFirst().getFirstChild();
        while (child != null) {
            if (child instanceof Element element && element.getNodeName().equals(name) && wanted.test(element)) {
                children.add(element);
            }
            child = child.getNextSibling();
        }
        return children;
    }

    /** Whether the first component of a segment, or of the segment that begins a group, is the qualifier; it then has done its work. */
    private boolean isQualified(Element element, String qualifier) {
        Element at = element;
        while (at.getFirstChild() instanceof Element first) {
            at = first;
        }
        boolean isFirst = at.getNodeName().equals("c1") && at.getParentNode().getNodeName().equals("e1");
        if (!isFirst || !at.getTextContent().equals(qualifier)) {
            return false;
        }
        carried.used(placeOf(at));
        return true;
    }

    @Override
    public boolean isEmpty() {
        return elements.isEmpty();
    }

    @Override
    public TemplateModel get(int index) {
        return new Nodes(List.of(elements.get(index)), carried);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /** The text of a component; of an element that holds others, of its first component. */
    @Override
    public String getAsString() {
        if (elements.isEmpty()) {
            return "";
        }
        Element leaf = leaf();
        String value = leaf.getTextContent();
        carried.shown(value, List.of(placeOf(leaf)));
        return value;
    }

    private Element leaf() {
        Element leaf = elements.getFirst();
        while (leaf.getFirstChild() instanceof Element first) {
            leaf = first;
        }
        return leaf;
    }

    /** Where the first component stands; nothing when there is none. */
    List<Place> places() {
        return elements.isEmpty() ? List.of() : List.of(placeOf(leaf()));
    }

    static Place placeOf(Element component) {
        if (component.getAttribute("offset").isEmpty()) {
            return Place.NOWHERE;
        }
        Element element = (Element) component.getParentNode();
        Element segment = (Element) element.getParentNode();
        Node around = segment.getParentNode();
        while (around instanceof Element outer && !outer.getNodeName().equals("message")) {
            around = outer.getParentNode();
        }
        String message = around instanceof Element found ? found.getAttribute("reference") : "";
        return new Place(message, segment.getNodeName(), Integer.parseInt(segment.getAttribute("position")), number(element), number(component),
                Long.parseLong(component.getAttribute("offset")), Integer.parseInt(component.getAttribute("line")),
                Integer.parseInt(component.getAttribute("column")));
    }

    private static int number(Element element) {
        return Integer.parseInt(element.getNodeName().substring(1));
    }
}
