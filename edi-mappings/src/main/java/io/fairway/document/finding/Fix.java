package io.fairway.document.finding;

/** The value that would mend a finding, and how sure that is. Never applied silently. */
public record Fix(String value, Certainty certainty) {
}
