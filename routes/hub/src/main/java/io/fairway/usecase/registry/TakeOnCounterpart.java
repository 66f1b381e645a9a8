package io.fairway.usecase.registry;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.registry.CounterpartProfiles.Certified;
import io.fairway.usecase.registry.CounterpartProfiles.KeptProfile;
import io.fairway.usecase.registry.CounterpartProfiles.Profile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A counterpart is taken on, or its profile replaced, by two persons of the operator. From the confirmation on it is a registered party, its
 * certificates count for what it signs, and it is told things as the profile says; other hubs of the same database follow within seconds. The
 * subject is the party's id.
 */
public final class TakeOnCounterpart implements SensitiveAct {
    /** The word of this act. */
    public static final String KIND = "take-on-counterpart";
    private static final String PROFILE = "profile";

    private final CounterpartProfiles profiles;
    private final PartyRegistry registry;
    private final KeyRegistry keys;
    private final RegisteredParties parties;
    private final EnrolledKeys known;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public TakeOnCounterpart(CounterpartProfiles profiles, PartyRegistry registry, KeyRegistry keys, RegisteredParties parties,
                             EnrolledKeys known, Identifiers identifiers, InstantSource clock) {
        this.profiles = profiles;
        this.registry = registry;
        this.keys = keys;
        this.parties = parties;
        this.known = known;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What has to be known of it. @param profile a JSON object with the members of an entry of the party file */
    public static Map<String, String> detail(String profile) {
        return Map.of(PROFILE, profile);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpenTo(Caller caller) {
        return caller.roles().contains(Role.OPERATOR);
    }

    @Override
    public void carryOut(PendingAct act, Caller confirming) {
        Instant now = clock.instant();
        String written = act.detail().getOrDefault(PROFILE, "");
        Profile profile = profiles.read(written);
        register(profile.party(), confirming, now);
        profiles.keep(new KeptProfile(profile.party().id(), written, now, act.askedBy(), confirming.signature()));
        profile.certificates().forEach(certificate -> enrol(profile.party(), certificate, act, confirming, now));
    }

    private void register(PartyRecord party, Caller confirming, Instant now) {
        Stream.concat(Stream.of(party.id().value()), party.codes().stream()).forEach(code -> parties.byCode(code)
                .filter(other -> !other.id().equals(party.id())).ifPresent(other -> {
                    throw new ActImpossibleException("PARTY_TAKEN", "The code " + code + " names another party already.");
                }));
        var registered = new Registered(party.id(), Registered.Kind.ENTERPRISE, party.id(), party.name(), "", party.roles(), party.codes(),
                party.environment(), Registered.Status.ACTIVE, Optional.empty(), now, confirming.signature(), "");
        if (registry.add(registered)) {
            return;
        }
        if (registry.find(party.id()).filter(before -> before.kind() == Registered.Kind.ENTERPRISE).isEmpty()) {
            throw new ActImpossibleException("PARTY_TAKEN", "Expected an enterprise; this id is a device's, vessel's, vehicle's or person's.");
        }
        registry.describe(registered);
    }

    private void enrol(PartyRecord party, Certified certificate, PendingAct act, Caller confirming, Instant now) {
        if (!certificate.validUntil().isAfter(now)) {
            throw new ActImpossibleException("TIME_PAST", "A certificate's last day has passed.");
        }
        Optional<EnrolledKey> there = keys.standing().stream().filter(key -> key.keyId().equals(certificate.keyId())).findFirst();
        if (there.filter(key -> key.party().equals(party.id())).isPresent()) {
            return;
        }
        var key = new EnrolledKey(identifiers.next(), party.id(), certificate.keyId(), certificate.jwk(), EnrolledKey.Purpose.SIGNING, now,
                certificate.validUntil(), now, act.askedBy(), confirming.signature(), Optional.empty());
        if (!keys.add(key)) {
            throw new ActImpossibleException("KEY_TAKEN", "Expected certificates of keys that nobody else enrolled and nobody revoked.");
        }
    }

    @Override
    public void settled() {
        parties.refresh();
        known.refresh();
    }
}
