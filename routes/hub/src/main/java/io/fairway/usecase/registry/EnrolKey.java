package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A counterpart's key is enrolled; it takes two persons of its organisation. The subject is the party's id. */
public final class EnrolKey implements SensitiveAct {
    /** The word of this act. */
    public static final String KIND = "enrol-key";

    private final KeyRegistry keys;
    private final EnrolledKeys known;
    private final Identifiers identifiers;
    private final InstantSource clock;

    /** @param known reads again what is in the registry when a key was added */
    public EnrolKey(KeyRegistry keys, EnrolledKeys known, Identifiers identifiers, InstantSource clock) {
        this.keys = keys;
        this.known = known;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What has to be known of it. @param keyId thumbprint of the key @param jwk its public part */
    public static Map<String, String> detail(String keyId, String jwk, EnrolledKey.Purpose purpose, Instant validUntil) {
        return Map.of("keyId", keyId, "jwk", jwk, "purpose", purpose.name(), "validUntil", validUntil.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpenTo(Caller caller) {
        return true;
    }

    @Override
    public void carryOut(PendingAct act, Caller confirming) {
        Instant now = clock.instant();
        Map<String, String> detail = act.detail();
        var key = new EnrolledKey(identifiers.next(), new PartyId(act.subject()), detail.getOrDefault("keyId", ""),
                detail.getOrDefault("jwk", ""), EnrolledKey.Purpose.valueOf(detail.getOrDefault("purpose", "")), now,
                Instant.parse(detail.getOrDefault("validUntil", "")), now, act.askedBy(), confirming.signature(), Optional.empty());
        if (!key.validUntil().isAfter(now)) {
            throw new ActImpossibleException("TIME_PAST", "The key's last day has passed.");
        }
        if (!keys.add(key)) {
            throw new ActImpossibleException("KEY_TAKEN", "Expected a key that nobody enrolled before.");
        }
    }

    @Override
    public void settled() {
        known.refresh();
    }
}
