package io.fairway.smooks;

import java.util.ArrayList;
import java.util.List;

/** The fields of a flat text. */
final class FlatLeaves {
    private FlatLeaves() {
    }

    static List<OutputLeaf> of(String text) {
        List<OutputLeaf> leaves = new ArrayList<>();
        int record = 1;
        int field = 1;
        int start = 0;
        String name = "";
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '?') {
                at++;
            } else if (c == ':' || c == '\'') {
                name = field == 1 ? text.substring(start, at).strip() : name;
                if (at > start) {
                    leaves.add(new OutputLeaf(record + "/" + name + "[" + field + "]", start, at));
                }
                start = at + 1;
                field++;
                if (c == '\'') {
                    record++;
                    field = 1;
                }
            }
        }
        return leaves;
    }
}
