package io.fairway.usecase.gate;

import io.fairway.document.gate.Heartbeat;
import io.fairway.document.gate.Reading;
import java.time.Instant;
import java.util.Set;

/** Makes readings of what devices send. */
public interface ReadingReader {

    /** @param devices those that the sender may speak for */
    Result read(byte[] bytes, Set<String> devices, String lane, Instant receivedAt);

    /** A reading, or why there is none. */
    sealed interface Result {

        /** It was read. */
        record Read(Reading reading) implements Result {
        }

        /** It was a sign of life. */
        record Alive(Heartbeat beat) implements Result {
        }

        /**
         * @param code NOT_A_READING, ANOTHER_DEVICE or ANOTHER_LANE
         * @param device the one that said it, where that is proven; else empty
         */
        record Refused(String code, String why, String device) implements Result {
        }
    }
}
