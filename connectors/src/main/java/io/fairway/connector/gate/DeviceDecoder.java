package io.fairway.connector.gate;

import java.time.Instant;
import java.util.List;

/** Reads one device's connection: bytes as they come, in pieces of any size. Keeps at most one unfinished frame. Not thread-safe. */
public interface DeviceDecoder {

    /** @param now time of the last of the bytes, by our clock */
    List<Decoded> feed(byte[] bytes, Instant now);
}
