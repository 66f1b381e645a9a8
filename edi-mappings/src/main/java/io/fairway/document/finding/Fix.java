package io.fairway.document.finding;

/**
 * What would mend a finding, and how sure that is. Never applied silently.
 *
 * @param value the value proposed; what it means for the input is said by {@code edit}
 */
public record Fix(String value, Certainty certainty, Edit edit) {

    /** A value that takes the place of the one found. */
    public Fix(String value, Certainty certainty) {
        this(value, certainty, Edit.REPLACE);
    }
}
