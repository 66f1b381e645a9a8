package io.fairway.store;

import java.util.UUID;

/** Tells a change that changed nothing, which is a defect of the caller and must not pass silently. */
final class Rows {
    private Rows() {
    }

    static void expectOne(int changed, String what, UUID id) {
        if (changed != 1) {
            throw new IllegalStateException("Expected one " + what + " " + id + " to change, found " + changed);
        }
    }
}
