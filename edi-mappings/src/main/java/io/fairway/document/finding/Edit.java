package io.fairway.document.finding;

/** How the value of a fix gets into the input at the place of its finding. */
public enum Edit {
    /** It takes the place of the component, or of the XML value, and is escaped where that is needed. */
    REPLACE,
    /** It takes the place of the whole segment up to its terminator, as it stands. */
    SEGMENT,
    /** It is what stands there with release characters put in, so that service characters become text. */
    RELEASE,
    /** It is put before the place as it stands. */
    INSERT,
    /** It is a segment to be put before the place once somebody has filled in what stands between angle brackets. */
    FILL_IN
}
