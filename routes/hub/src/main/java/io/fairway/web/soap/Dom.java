package io.fairway.web.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks element trees. */
final class Dom {
    private Dom() {
    }

    static boolean is(Node node, String namespace, String name) {
        return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
    }

    /** The element, then all below it, in document order, without recursion: depth is the caller's choice. */
    static void walk(Element root, Consumer<Element> visitor) {
        Node node = root;
        while (node != null) {
            if (node instanceof Element element) {
                visitor.accept(element);
            }
            node = following(root, node);
        }
    }

    private static @org.jspecify.annotations.Nullable Node following(Element root, Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && !up.isSameNode(root)) {
            if (up.getNextSibling() != null) {
                return up.getNextSibling();
            }
            up = up.getParentNode();
        }
        return null;
    }

    /** The same element, out of its SAAJ wrapper. */
    static Node bare(Node node) {
        return DOMUtils.getDomElement(node);
    }

    static String text(Element element) {
        String text = element.getTextContent();
        return text == null ? "" : text.strip();
    }
}
