package io.fairway.dialect;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import java.util.List;

/**
 * A document written in a dialect, with where each value of the result came from.
 *
 * @param leaves one per value of the result, in order
 * @param losses values of the source that are not in the result
 */
public record Translation(byte[] bytes, List<Leaf> leaves, List<Unused> losses) {
    public Translation {
        leaves = List.copyOf(leaves);
        losses = List.copyOf(losses);
    }

    /**
     * One value of the result.
     *
     * @param target where it stands in the result: segment and element, path, pointer, or record and field
     * @param member member of the document it says, for example {@code consignments[0].bill}; empty for what no member says: constants of
     *        the form, codes derived by rule, the envelope
     * @param sources where the member stood in the source; empty when the source had it by rule or the document was not read from one
     */
    public record Leaf(Place target, String member, List<Place> sources) {
        public Leaf {
            sources = List.copyOf(sources);
        }
    }
}
