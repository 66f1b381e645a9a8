package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.Optional;

/**
 * The ship's general declaration (FAL form 1) at its arrival or departure (CUSREP).
 *
 * @param agent the carrier's agent who reports (NAD+CG)
 * @param crew persons of the crew on board
 * @param passengers passengers on board
 * @param remarks free text (FTX+AAI); empty when none
 */
public record ShipReport(String reference, DocumentFunction function, Occasion occasion, Instant issuedAt, PortCall call,
                         ShipParticulars ship, Party agent, Optional<Contact> contact, Optional<Integer> crew,
                         Optional<Integer> passengers, String remarks) implements PortCallDocument {

    /** What the report is made for. */
    public enum Occasion {
        ARRIVAL, DEPARTURE
    }

    @Override
    public Voyage voyage() {
        return call.voyage();
    }

    @Override
    public Optional<UnLocode> portOfCall() {
        return call.port();
    }
}
