package io.fairway.identity;

import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.registry.ActImpossibleException;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.CounterpartProfiles.Certified;
import io.fairway.usecase.registry.CounterpartProfiles.Profile;
import java.time.ZoneId;
import java.util.Set;

/**
 * Profiles as people write them: the members of an entry of the party file as JSON, and {@code certificates}, X.509 in PEM, with which the
 * party signs. What a profile does not say is as configuration has it, or as for a party nobody named before.
 */
public final class WrittenProfiles implements CounterpartProfiles.Form {
    private final ConfiguredParties configured;
    private final Set<String> dialects;
    private final ZoneId portZone;

    /** @param dialects those that somebody writes */
    public WrittenProfiles(ConfiguredParties configured, Set<String> dialects, ZoneId portZone) {
        this.configured = configured;
        this.dialects = Set.copyOf(dialects);
        this.portZone = portZone;
    }

    @Override
    public Profile read(String profile) {
        try {
            PartyFile.Written written = PartyFile.readOne(profile);
            PartyRecord party = configured.with(written.entry(), portZone);
            ConfiguredParties.requireDialects(party, dialects);
            return new Profile(party, written.entry().signature(), written.certificates().stream().map(WrittenProfiles::certified).toList());
        } catch (PartyFileException | IllegalArgumentException e) {
            throw new ActImpossibleException("PROFILE_UNUSABLE", String.valueOf(e.getMessage()));
        }
    }

    private static Certified certified(String pem) {
        PublicKeys.Certified read = PublicKeys.certified(pem).orElseThrow(() -> new PartyFileException("profile",
                "expected certificates as X.509 in PEM of EC P-256 or P-384 keys or RSA keys of 2048 bits or more"));
        return new Certified(read.key().keyId(), read.key().jwk(), read.validUntil());
    }
}
