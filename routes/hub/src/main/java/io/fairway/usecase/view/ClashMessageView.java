package io.fairway.usecase.view;

import java.time.Instant;

/** What one side of a clash wrote to the other. */
public record ClashMessageView(Side by, String text, Instant at) {

    /** Who wrote it, as seen by the reader. */
    public enum Side {
        SELF, OTHER
    }
}
