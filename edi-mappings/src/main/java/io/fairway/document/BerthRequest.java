package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.Optional;

/**
 * The agent asks the port for a berth, or tells that one is used (BERMAN).
 *
 * @param agent the carrier's agent who asks (NAD+CG)
 * @param remarks free text (FTX+AAI); empty when none
 */
public record BerthRequest(String reference, DocumentFunction function, Kind kind, Instant issuedAt, PortCall call,
                           ShipParticulars ship, Party agent, Optional<Contact> contact, String remarks)
        implements PortCallDocument {

    /** BGM 316 application for a berth, 352 notice of the use of one. */
    public enum Kind {
        APPLICATION, NOTICE_OF_USE
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
