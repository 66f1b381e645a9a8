package io.fairway.flow;

import io.fairway.usecase.view.TransmissionView;

/** Writes what the hub answers to a dropped file, as JSON in UTF-8 with the members of the API. */
public interface FolderAnswers {

    /** Kept on disk: id, digest and time, before anything was read. */
    byte[] receipt(Receipt receipt);

    /** What came of it. */
    byte[] outcome(TransmissionView outcome);

    /** @param code a problem code */
    byte[] refusal(Refusal refusal);

    /** @param repeat whether the same bytes were kept before, under this id */
    record Receipt(String file, String id, String digest, String receivedAt, boolean repeat) {
    }

    /** Why a file was not taken. */
    record Refusal(String file, String code, String detail) {
    }
}
