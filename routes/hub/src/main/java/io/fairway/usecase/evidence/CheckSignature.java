package io.fairway.usecase.evidence;

import io.fairway.signing.CadesVerifier;
import io.fairway.signing.Certificates;
import io.fairway.signing.JwsVerifier;
import io.fairway.signing.SignatureFault;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.Verdict;
import io.fairway.signing.XadesVerifier;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.ReceivedTransmission;
import io.fairway.usecase.evidence.SignatureProfile.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Step 3: the signature on what a party sent, beside the bytes (CAdES) or within them (XAdES, JWS). It must be valid, cover exactly what
 * will be read, and be the sender's, as of the time the hub kept it; otherwise nothing is read (P12).
 */
public final class CheckSignature implements SignatureCheck {
    private final SignatureProfiles profiles;
    private final HubKeys keys;
    private final Signers signers;

    public CheckSignature(SignatureProfiles profiles, HubKeys keys, Signers signers) {
        this.profiles = profiles;
        this.keys = keys;
        this.signers = signers;
    }

    @Override
    public Checked check(ReceivedTransmission transmission) {
        byte[] bytes = transmission.bytes();
        Optional<byte[]> beside = transmission.signature();
        Instant at = transmission.receivedAt();
        TrustPolicy policy = policy(transmission.sender());
        if (beside.isPresent()) {
            return outcome(new CadesVerifier(policy).verify(bytes, beside.get(), at));
        }
        return switch (OriginalForm.of(transmission.contentType(), bytes)) {
            case SIGNED_XML -> outcome(new XadesVerifier(policy).verifyEnveloped(bytes, at));
            case JWS -> outcome(new JwsVerifier(policy).verify(new String(bytes, StandardCharsets.US_ASCII).strip(), at));
            case XML, JSON, EDIFACT, OTHER -> unsigned(transmission);
        };
    }

    private Checked unsigned(ReceivedTransmission transmission) {
        return profiles.of(transmission.sender()).inbound() == Inbound.DEMANDED
                ? new Checked.Refused(SignatureFindings.of(SignatureFault.MISSING, SignatureFault.MISSING.text()))
                : new Checked.Content(transmission.bytes());
    }

    private TrustPolicy policy(PartyId sender) {
        return keys.trust().expecting(certificate -> signers.isOf(sender, certificate) ? Optional.empty()
                : Optional.of(Certificates.owner(certificate) + ", whose key " + sender + " has not enrolled for signing"));
    }

    private static Checked outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.TotalPassed passed -> new Checked.Content(passed.content().bytes());
            case Verdict.TotalFailed failed -> new Checked.Refused(SignatureFindings.of(failed.fault(), failed.detail()));
            case Verdict.Indeterminate open -> new Checked.Refused(SignatureFindings.of(open.fault(), open.detail()));
        };
    }
}
