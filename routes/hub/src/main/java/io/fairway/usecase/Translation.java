package io.fairway.usecase;

/** What translating an outbound row came to. */
public sealed interface Translation {

    /** The image is kept and may be sent. */
    record Ready(DueOutbound due, SignedImage image) implements Translation {
    }

    /** The recipient's dialect cannot say it; parked with the reason. */
    record Parked(OutboundId id) implements Translation {
    }
}
