package io.fairway.connector.gate;

import io.fairway.document.gate.Observation;

/** What comes of the bytes of a device. */
public sealed interface Decoded {

    /** Something the device saw. */
    record Observed(Observation observation) implements Decoded {
    }

    /** The device lives, and has nothing to say. */
    record Alive() implements Decoded {
    }

    /** Bytes that are no frame, dropped. @param why what was expected and what was found, without the content */
    record Broken(String why) implements Decoded {
    }
}
