package io.fairway.document.finding;

/** How a rule comes to the fix that it proposes. Every rule says one of these. */
public enum Mending {
    /** Computed from the rest of the document: certain, as long as the rest is sound. */
    COMPUTED,
    /** Derived from the value found and what was expected: likely at most. */
    DERIVED,
    /** Only the sender knows what was meant. */
    NONE
}
