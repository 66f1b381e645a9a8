package io.fairway.usecase.sheet;

import io.fairway.signing.Pades;
import io.fairway.signing.Suite;
import io.fairway.signing.VisibleSeal;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.evidence.EvidenceUnavailableException;
import io.fairway.usecase.evidence.HubKeys;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seals sheets with the hub's key of now: PAdES level T (ETSI EN 319 142-1), and a visible seal whose QR code asks this hub about the sheet. */
public final class SheetSeal {
    private final HubKeys keys;
    private final EvidenceTimes times;
    private final URI root;

    /** @param root address of the hub as people know it, without a slash at its end */
    public SheetSeal(HubKeys keys, EvidenceTimes times, URI root) {
        this.keys = keys;
        this.times = times;
        this.root = root;
    }

    /**
     * @param pdf neither sealed nor encrypted
     * @throws EvidenceUnavailableException when there is no timestamp
     */
    byte[] seal(byte[] pdf, UUID sheet, Instant at) {
        var seal = VisibleSeal.of(List.of("Fairway 航道", "Sealed by the hub 平台签章", "Issued here? 核验：扫描二维码"), page(sheet));
        try {
            return Pades.sign(pdf, keys.sealing(Suite.ECDSA_P256_SHA256, at), Optional.of(seal), at, Optional.of(times.authority()));
        } catch (IOException e) {
            throw new EvidenceUnavailableException("No timestamp for the seal: " + e.getMessage(), e);
        }
    }

    private URI page(UUID sheet) {
        return URI.create(root + "/sheets/" + sheet);
    }
}
