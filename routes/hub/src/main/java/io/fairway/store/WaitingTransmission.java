package io.fairway.store;

import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;

/** A transmission that waits for its flush, and who waits for the answer. */
record WaitingTransmission(NewTransmission transmission, CompletableFuture<Kept> answer) {
    /** One order for all writers, so that two flushes never wait for each other's keys. */
    static final Comparator<WaitingTransmission> BY_KEY = Comparator
            .comparing((WaitingTransmission waiting) -> waiting.transmission().sender().value())
            .thenComparing(waiting -> waiting.transmission().key());

    int length() {
        return transmission.bytes().length;
    }
}
