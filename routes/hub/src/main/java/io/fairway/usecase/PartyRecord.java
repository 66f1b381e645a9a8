package io.fairway.usecase;

import io.fairway.clearance.Role;
import io.fairway.document.ContainerMovementReport;
import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A registered party and how the hub talks with it.
 *
 * @param codes codes that name it in documents (UNB, NAD, TDT), besides its id
 * @param environment live, or a test profile: a test document never reaches a live counterpart
 * @param endpoint where it is told things; empty when it fetches them
 * @param dialects dialect per document record name, for example {@code Manifest -> MT1101}; what the terminal did at the ship's side
 *                 (COARRI) is {@code ContainerMovementReport.ship}, at the gate (CODECO) {@code ContainerMovementReport}, what came in
 *                 there {@code ContainerMovementReport.in} where that is told otherwise (MT3101); a document
 *                 without a dialect is not sent
 * @param hours when it is told things
 */
public record PartyRecord(PartyId id, String name, Set<Role> roles, Set<String> codes, Environment environment,
                          Optional<Endpoint> endpoint, Map<String, String> dialects, ReadingProfile reading, DeliveryHours hours) {
    public PartyRecord {
        roles = Set.copyOf(roles);
        codes = Set.copyOf(codes);
        dialects = Map.copyOf(dialects);
    }

    /** A party that is told things at any time. */
    public PartyRecord(PartyId id, String name, Set<Role> roles, Set<String> codes, Environment environment, Optional<Endpoint> endpoint,
                       Map<String, String> dialects, ReadingProfile reading) {
        this(id, name, roles, codes, environment, endpoint, dialects, reading, DeliveryHours.ALWAYS);
    }

    /** Whether a document that names its sender so means this party; a channel may follow after an underscore, as in the MT forms. */
    boolean isNamed(String code) {
        int channel = code.indexOf('_');
        return id.value().equals(code) || codes.contains(code) || (channel > 0 && codes.contains(code.substring(0, channel)));
    }

    /** The dialect in which the party is told this; empty when it is not told such things. */
    Optional<String> dialectFor(Document document) {
        String kind = document.getClass().getSimpleName();
        if (!(document instanceof ContainerMovementReport report)) {
            return Optional.ofNullable(dialects.get(kind));
        }
        return Optional.ofNullable(switch (report.movement()) {
            case DISCHARGED, LOADED -> dialects.get(kind + ".ship");
            case GATE_IN -> dialects.getOrDefault(kind + ".in", dialects.get(kind));
            case GATE_OUT -> dialects.get(kind);
        });
    }
}
