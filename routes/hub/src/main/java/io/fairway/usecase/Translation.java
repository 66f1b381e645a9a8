package io.fairway.usecase;

/** What translating an outbound row came to. */
public sealed interface Translation {

    /** The image is kept and may be sent. */
    record Ready(DueOutbound due, SignedImage image) implements Translation {
    }

    /** The recipient's dialect cannot say it, or the hub has no key to seal it with; parked with the reason. */
    record Parked(OutboundId id) implements Translation {
    }

    /** What its seal needs cannot be had now; tried again. */
    record Waiting(OutboundId id) implements Translation {
    }
}
