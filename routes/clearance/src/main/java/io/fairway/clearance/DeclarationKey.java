package io.fairway.clearance;

import io.fairway.document.id.LocalReferenceNumber;

/**
 * What identifies a goods declaration before customs numbers it: an LRN is unique per declarant only.
 *
 * @param declarant party id of the declarant
 */
public record DeclarationKey(String declarant, LocalReferenceNumber lrn) implements Comparable<DeclarationKey> {
    @Override
    public int compareTo(DeclarationKey other) {
        int byLrn = lrn.value().compareTo(other.lrn.value());
        return byLrn != 0 ? byLrn : declarant.compareTo(other.declarant);
    }
}
