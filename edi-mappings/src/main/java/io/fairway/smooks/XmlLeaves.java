package io.fairway.smooks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a well-formed XML text without document type: texts of elements that hold nothing else, and attributes. */
final class XmlLeaves {
    private final String text;
    private final List<OutputLeaf> leaves = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private static final class Open {
        private final String path;
        private final int start;
        private final Map<String, Integer> seen = new HashMap<>();
        private boolean holdsElements;

        private Open(String path, int start) {
            this.path = path;
            this.start = start;
        }

        private String pathOf(String name) {
            int count = seen.merge(name, 1, Integer::sum);
            return (path.isEmpty() ? "" : path + "/") + name + (count == 1 ? "" : "[" + count + "]");
        }
    }

    XmlLeaves(String text) {
        this.text = text;
        open.push(new Open("", 0));
    }

    List<OutputLeaf> all() {
        for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (text.startsWith("<!--", at)) {
                skipTo("-->");
            } else if (text.startsWith("<?", at)) {
                skipTo("?>");
            } else if (text.startsWith("<![CDATA[", at)) {
                skipTo("]]>");
            } else if (text.startsWith("</", at)) {
                end();
            } else {
                start();
            }
        }
        return leaves;
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void end() {
        Open closed = open.pop();
        if (!closed.holdsElements && at > closed.start) {
            leaves.add(new OutputLeaf(closed.path, closed.start, at));
        }
        skipTo(">");
    }

    private void start() {
        int nameEnd = at + 1;
        while (" \t\r\n/>".indexOf(text.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        Open parent = open.element();
        parent.holdsElements = true;
        String path = parent.pathOf(text.substring(at + 1, nameEnd));
        at = nameEnd;
        while (text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                attribute(path, nameEnd, c);
            }
            at++;
        }
        boolean isEmpty = text.charAt(at - 1) == '/';
        at++;
        if (!isEmpty) {
            open.push(new Open(path, at));
        }
    }

    private void attribute(String path, int from, char quote) {
        int nameStart = at;
        while (nameStart > from && " \t\r\n".indexOf(text.charAt(nameStart - 1)) < 0) {
            nameStart--;
        }
        String name = text.substring(nameStart, at).replace("=", "");
        int end = text.indexOf(quote, at + 1);
        if (end > at + 1 && !name.startsWith("xmlns")) {
            leaves.add(new OutputLeaf(path + "/@" + name, at + 1, end));
        }
        at = end;
    }
}
