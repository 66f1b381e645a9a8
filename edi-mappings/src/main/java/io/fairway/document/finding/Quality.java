package io.fairway.document.finding;

/** Which side of the quality of a document a finding is about. */
public enum Quality {
    /** Something is not there that must be. */
    COMPLETENESS,
    /** Something is not in the form that the standard, a code list or a check digit asks for. */
    CONFORMITY,
    /** Two things that must agree do not: counts, references, totals, what other documents say. */
    CONSISTENCY,
    /** Something comes too late, too early, or names a time that cannot be meant. */
    TIMELINESS
}
