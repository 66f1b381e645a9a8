package io.fairway.usecase.evidence;

import io.fairway.document.finding.Finding;
import io.fairway.usecase.ReceivedTransmission;

/** Step 3: says what of a transmission may be read. */
@FunctionalInterface
public interface SignatureCheck {

    /** Checks one transmission. */
    Checked check(ReceivedTransmission transmission);

    /** What checking came to. */
    sealed interface Checked {
        /** The bytes to read: all that a signature covers, or unsigned where none is demanded. */
        record Content(byte[] bytes) implements Checked {
        }

        /** Not to be read. */
        record Refused(Finding finding) implements Checked {
        }
    }
}
