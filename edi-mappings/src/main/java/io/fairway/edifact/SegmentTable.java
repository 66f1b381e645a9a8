package io.fairway.edifact;

import java.util.List;

/**
 * A segment of a directory.
 *
 * @param positions its elements; one that may be repeated takes as many positions
 * @param spread positions of each element, in order
 */
record SegmentTable(String tag, String name, List<ElementUse> positions, int[] spread) {

    SegmentTable {
        positions = List.copyOf(positions);
    }

    /**
     * An element, simple or composite, at a position of a segment.
     *
     * @param id of the simple (four digits) or composite (C or S and three digits) element
     * @param components one for a simple element
     */
    record ElementUse(String id, String name, Presence presence, Structure structure, List<ComponentUse> components) {
        ElementUse {
            components = List.copyOf(components);
        }

        boolean isMandatory() {
            return presence == Presence.MANDATORY;
        }
    }

    record ComponentUse(DataElement element, Presence presence) {
    }

    enum Presence {
        MANDATORY, CONDITIONAL
    }

    enum Structure {
        SIMPLE, COMPOSITE
    }
}
