package io.fairway.usecase.gate;

import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.GateStore.Booked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What agents were told, as rows. All calls belong to the running transaction. */
public interface GatePasses {

    /** Pick-ups at a terminal whose time has not passed and begins before a time, oldest first. */
    List<Booked> live(PartyId terminal, Instant now, Instant before);

    /** Containers for which an agent holds a pass. */
    List<Told> held(PartyId agent);

    /** The last word to an agent about a container. */
    Optional<Told> last(PartyId agent, ContainerNumber container);

    /** The next place in the agent's sequence; nobody else gets it until the transaction ends. */
    long next(PartyId agent);

    /** Tells the agent. */
    void add(Told told);

    /** What an agent was told after a place, in order. */
    List<Told> after(PartyId agent, long sequence, int most);

    /** @param imprint of what the pass says, without its times; @param signed empty when it is erased */
    record Told(PartyId agent, long sequence, UUID pass, ContainerNumber container, Kind kind, String imprint, String signed, Instant at) {
    }

    /** A pass, or its end. */
    enum Kind {
        ISSUED, REVOKED
    }
}
