package io.fairway.edifact;

import io.fairway.edifact.SegmentTable.Presence;

/** A word of a table that refers to a line of it: {@code id:minimum:maximum}, or {@code (minimum:maximum} of a group. */
record TableReference(String id, Presence presence, int maximum) {

    static TableReference of(String word) {
        var parts = word.startsWith("(") ? ("group:" + word.substring(1)).split(":") : word.split(":");
        return new TableReference(parts[0], parts[1].equals("0") ? Presence.CONDITIONAL : Presence.MANDATORY, Integer.parseInt(parts[2]));
    }
}
