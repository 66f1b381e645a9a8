package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GatePapers.Booking;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.PartyId;
import java.util.List;
import java.util.Optional;

/** What carriers announced to come in by the gate, and what it weighs. All calls belong to the running transaction. */
public interface GateBookings {

    /** What the carrier announced last of a container; empty when it announced nothing that stands. */
    Optional<Announced> announced(ContainerNumber container, Environment environment);

    /** The last verified gross mass of a container (SOLAS VI/2). */
    Optional<Verified> verified(ContainerNumber container, Environment environment);

    /** @param carrier who announced it @param sizeType empty when not said @param seals empty when none was said */
    record Announced(Booking booking, PartyId carrier, String sizeType, List<String> seals) {
        public Announced {
            seals = List.copyOf(seals);
        }
    }

    /** @param seals said with it; empty when none was */
    record Verified(int kilograms, List<String> seals) {
        public Verified {
            seals = List.copyOf(seals);
        }
    }
}
