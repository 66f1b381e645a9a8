package io.fairway.usecase;

/** Tells workers that there is something to do. Wake-ups may be lost or doubled: rows decide, and the sweep finds what was left. */
public interface Wakeups {

    void transmissionKept(TransmissionId id);

    void factsPending(ConsignmentId id);

    void outboundReady();
}
