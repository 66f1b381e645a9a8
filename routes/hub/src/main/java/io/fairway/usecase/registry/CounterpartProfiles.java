package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.evidence.SignatureProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the hub talks with counterparts, as the operator's people entered it while the hub ran; it comes over what configuration says. */
public final class CounterpartProfiles {
    private final Rows rows;
    private final Form form;
    private volatile Map<PartyId, Read> known = Map.of();

    public CounterpartProfiles(Rows rows, Form form) {
        this.rows = rows;
        this.form = form;
    }

    /** Profiles as kept. All calls belong to the running transaction. */
    public interface Rows {

        /** Keeps one; of a party the latest counts, the earlier ones stay on record. */
        void keep(KeptProfile profile);

        /** The latest of each party. */
        List<KeptProfile> latest();
    }

    /** What a profile says. */
    public interface Form {

        /**
         * @param profile a JSON object with the members of an entry of the party file
         * @return the party as it is with this profile
         * @throws ActImpossibleException when it says something that cannot be used
         */
        Profile read(String profile);
    }

    /**
     * @param party as it is with this profile
     * @param signature how the hub and the party sign what they send each other; empty when the profile does not say
     * @param certificates what it signs with
     */
    public record Profile(PartyRecord party, Optional<SignatureProfile> signature, List<Certified> certificates) {
        public Profile {
            certificates = List.copyOf(certificates);
        }
    }

    /** @param keyId thumbprint of the certified key @param jwk its public part with the certificate */
    public record Certified(String keyId, String jwk, Instant validUntil) {
    }

    /** @param profile a JSON object @param askedBy party and person @param confirmedBy another person of that party */
    public record KeptProfile(PartyId party, String profile, Instant at, String askedBy, String confirmedBy) {
    }

    /** @param text what was read */
    private record Read(String text, Profile profile) {
    }

    /** What a profile says. @throws ActImpossibleException when it cannot be used */
    public Profile read(String profile) {
        return form.read(profile);
    }

    void keep(KeptProfile profile) {
        rows.keep(profile);
    }

    /** How the hub and a party sign what they send each other; empty when no profile in force says it. */
    public Optional<SignatureProfile> signature(PartyId party) {
        return Optional.ofNullable(known.get(party)).flatMap(read -> read.profile().signature());
    }

    /** The parties as their latest profiles say. Those that did not change are not read again. */
    List<PartyRecord> inForce() {
        Map<PartyId, Read> now = new HashMap<>();
        List<PartyRecord> parties = new ArrayList<>();
        for (KeptProfile kept : rows.latest()) {
            Read before = known.get(kept.party());
            Read read = before != null && before.text().equals(kept.profile()) ? before
                    : new Read(kept.profile(), form.read(kept.profile()));
            now.put(kept.party(), read);
            parties.add(read.profile().party());
        }
        known = Map.copyOf(now);
        return parties;
    }
}
