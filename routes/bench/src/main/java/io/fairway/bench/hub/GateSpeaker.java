package io.fairway.bench.hub;

import java.io.IOException;

/** Says what a device of a lane saw, and waits for the answer. */
interface GateSpeaker extends AutoCloseable {

    /** @return the answer; it has a {@code permission} when the reading completed a truck */
    String say(String lane, String reading) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
