package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The carrier's list of bills for one voyage (CUSCAR BGM 85 or 785; MT1101).
 *
 * @param reference document number (BGM 1004; MT Head MessageID)
 * @param issuedAt date and time of the document (DTM+137)
 * @param customsOffice office code as in the document, for example {@code 2248}; empty when not said
 * @param agent the carrier's agent (NAD+CG)
 */
public record Manifest(String reference, DocumentFunction function, Instant issuedAt, Voyage voyage, Party carrier,
                       Optional<Party> agent, Optional<UnLocode> portOfDeparture, UnLocode portOfArrival,
                       String customsOffice, Optional<Instant> departedAt, Optional<Instant> estimatedArrival,
                       List<ManifestConsignment> consignments) implements Document {
    public Manifest {
        consignments = List.copyOf(consignments);
    }

    /** The same manifest with other consignments. */
    public Manifest with(List<ManifestConsignment> others) {
        return new Manifest(reference, function, issuedAt, voyage, carrier, agent, portOfDeparture, portOfArrival, customsOffice,
                departedAt, estimatedArrival, others);
    }
}
