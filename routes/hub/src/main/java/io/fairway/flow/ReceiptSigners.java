package io.fairway.flow;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.evidence.Signers;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;

/** Whether a receipt is signed by whom it must be: with a key that the counterpart enrolled, within the days of its certificate. */
record ReceiptSigners(Signers signers, InstantSource clock) {

    boolean isOf(PartyId party, X509Certificate signer) {
        Instant now = clock.instant();
        return !now.isBefore(signer.getNotBefore().toInstant()) && !now.isAfter(signer.getNotAfter().toInstant()) && signers.isOf(party, signer);
    }
}
