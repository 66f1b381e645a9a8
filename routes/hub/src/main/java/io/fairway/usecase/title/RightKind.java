package io.fairway.usecase.title;

/** What right a record is. */
public enum RightKind {
    BILL, RELEASE
}
