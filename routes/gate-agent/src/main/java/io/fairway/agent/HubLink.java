package io.fairway.agent;

import java.io.IOException;
import java.util.List;

/** The way to the hub; may be cut at any time. */
public interface HubLink {

    /** Passes and revocations after a place in the sequence, as signed, in order. @throws IOException when the hub does not answer */
    List<String> newsAfter(long sequence) throws IOException;

    /**
     * Delivers a decision that was made here; the hub takes it once.
     *
     * @throws DeliveryRefusedException when the hub does not take it
     * @throws IOException when the hub does not answer
     */
    void deliver(String lane, String transaction, byte[] record) throws IOException;
}
