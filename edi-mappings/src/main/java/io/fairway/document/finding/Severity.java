package io.fairway.document.finding;

/** How much a finding weighs: an error stops what it touches, a warning does not. */
public enum Severity {
    ERROR, WARNING
}
