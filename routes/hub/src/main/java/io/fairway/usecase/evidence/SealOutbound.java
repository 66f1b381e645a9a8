package io.fairway.usecase.evidence;

import io.fairway.signing.Cades;
import io.fairway.signing.CadesLevels;
import io.fairway.signing.Jws;
import io.fairway.signing.SignedEntity;
import io.fairway.signing.SigningKey;
import io.fairway.signing.TimestampAuthority;
import io.fairway.signing.Xades;
import io.fairway.signing.XadesLevels;
import io.fairway.signing.evidence.EvidenceContainer.Material;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Seals;
import io.fairway.usecase.evidence.SignatureProfile.Form;
import io.fairway.usecase.evidence.SignatureProfile.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * The hub's seals on what it sends: suite, form and level as the recipient's profile says; level T instead of a higher one while an authority does
 * not say whether a certificate of the hub is revoked, unless the operator requires that.
 */
public final class SealOutbound implements Seals {
    private static final byte[] NONE = new byte[0];

    private final SignatureProfiles profiles;
    private final HubKeys keys;
    private final EvidenceTimes times;
    private final InstantSource clock;

    public SealOutbound(SignatureProfiles profiles, HubKeys keys, EvidenceTimes times, InstantSource clock) {
        this.profiles = profiles;
        this.keys = keys;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Sealed seal(PartyId recipient, byte[] content, String mediaType) {
        SignatureProfile profile = profiles.of(recipient);
        if (profile.form() == Form.NONE) {
            return new Sealed(content, mediaType, NONE);
        }
        Instant now = clock.instant();
        SigningKey key = keys.sealing(profile.suite(), now);
        try {
            return switch (formFor(profile, mediaType)) {
                case XADES -> new Sealed(raised(Xades.signEnveloped(content, key, now), profile.level()), mediaType, NONE);
                case JWS -> new Sealed(Jws.sign(content, key, Jws.Naming.CHAIN, now).getBytes(StandardCharsets.US_ASCII), "application/jose", NONE);
                case CADES, NONE -> new Sealed(content, mediaType, raised(Cades.sign(content, key, now), content, profile.level()));
            };
        } catch (IOException e) {
            throw new EvidenceUnavailableException("No timestamp for the seal: " + e.getMessage(), e);
        }
    }

    @Override
    public Sealed enclose(PartyId recipient, byte[] content, String mediaType) {
        Instant now = clock.instant();
        SignedEntity.Travelling whole = SignedEntity.signDocument(content, mediaType, keys.sealing(profiles.of(recipient).suite(), now), now);
        return new Sealed(whole.body(), whole.contentType(), NONE);
    }

    private static Form formFor(SignatureProfile profile, String mediaType) {
        boolean fits = switch (profile.form()) {
            case XADES -> mediaType.contains("xml");
            case JWS -> mediaType.contains("json");
            case CADES, NONE -> true;
        };
        return fits ? profile.form() : Form.CADES;
    }

    private byte[] raised(byte[] signature, byte[] content, Level level) throws IOException {
        if (level == Level.B) {
            return signature;
        }
        TimestampAuthority authority = times.authority();
        byte[] stamped = CadesLevels.timestamp(signature, authority);
        if (level == Level.T) {
            return stamped;
        }
        Material material = keys.material();
        if (!keys.unanswered().isEmpty()) {
            return stamped;
        }
        byte[] kept = CadesLevels.withValidationMaterial(stamped, material.certificates(), material.revocation());
        return level == Level.LT ? kept : CadesLevels.archive(kept, content, authority);
    }

    private byte[] raised(byte[] signed, Level level) throws IOException {
        if (level == Level.B) {
            return signed;
        }
        TimestampAuthority authority = times.authority();
        byte[] stamped = XadesLevels.timestamp(signed, authority);
        if (level == Level.T) {
            return stamped;
        }
        Material material = keys.material();
        if (!keys.unanswered().isEmpty()) {
            return stamped;
        }
        byte[] kept = XadesLevels.withValidationMaterial(stamped, material.certificates(), material.revocation());
        return level == Level.LT ? kept : XadesLevels.archive(kept, Map.of(), authority);
    }
}
