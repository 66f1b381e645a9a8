package io.fairway.document.finding;

/** How sure a proposed fix is: certain when it follows from the document itself, likely otherwise. */
public enum Certainty {
    CERTAIN, LIKELY
}
