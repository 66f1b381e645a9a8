package io.fairway.usecase;

import io.fairway.document.id.Sha256;

/** Whether an interchange is new to the hub. */
public sealed interface Registration {

    /** Not seen before from this sender; it is the hub's to read. */
    record Fresh() implements Registration {
    }

    /** The sender used the reference before, over whatever channel; {@code digest} is that of the first one's bytes. */
    record Known(InterchangeId first, Sha256 digest) implements Registration {
    }
}
