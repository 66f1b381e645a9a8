package io.fairway.usecase;

import io.fairway.document.id.Sha256;

/** Whether an interchange is new to the hub. */
public sealed interface Registration {

    record Fresh() implements Registration {
    }

    /** The sender used the reference before, over whatever channel; {@code digest} is that of the first one's bytes. */
    record Known(InterchangeId first, Sha256 digest) implements Registration {
    }
}
