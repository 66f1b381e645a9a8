package io.fairway.signing.evidence;

import io.fairway.signing.Cades;
import io.fairway.signing.CadesLevels;
import io.fairway.signing.SigningKey;
import io.fairway.signing.TimestampAuthority;
import io.fairway.signing.evidence.EvidenceContainer.Material;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * How a container is sealed: by level LTA with a timestamp authority, by level B without.
 *
 * @param at signing time as the signer states it
 */
public record Sealing(SigningKey key, Instant at, Optional<TimestampAuthority> authority, Material material) {

    /** @throws IOException when there is no timestamp to be had */
    byte[] over(byte[] manifest) throws IOException {
        byte[] signature = Cades.sign(manifest, key, at);
        if (authority.isEmpty()) {
            return signature;
        }
        byte[] stamped = CadesLevels.timestamp(signature, authority.get());
        byte[] withMaterial = CadesLevels.withValidationMaterial(stamped, material.certificates(), material.revocation());
        return CadesLevels.archive(withMaterial, manifest, authority.get());
    }
}
