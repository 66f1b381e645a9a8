package io.fairway.signing;

import static io.fairway.signing.SignatureFault.KEY_NOT_FOR_SIGNING;
import static io.fairway.signing.SignatureFault.WRONG_PARTY;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Whether the certificate that made a good signature may have made it: for signatures, trusted then, not revoked, of the right party. */
final class SignerCheck {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final TrustPolicy policy;
    private final Collection<X509Certificate> others;
    private final Revocations revocation;

    SignerCheck(TrustPolicy policy, Collection<X509Certificate> others, Revocations revocation) {
        this.policy = policy;
        this.others = others;
        this.revocation = revocation;
    }

    void check(X509Certificate signer, Instant provenAt, CheckList checks) throws SignatureRefusedException {
        boolean[] usage = signer.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw SignatureRefusedException.failed(KEY_NOT_FOR_SIGNING, ChainCheck.name(signer) + " has a certificate for other uses");
        }
        var chain = new ChainCheck(policy.signers(), others, revocation, policy).check(signer, provenAt);
        checks.pass("The signer's certificate leads to " + ChainCheck.name(chain.getLast()) + ", trusted and not revoked at " + provenAt + ".");
        if (policy.party().isPresent()) {
            Optional<String> other = policy.party().get().differs(signer);
            if (other.isPresent()) {
                throw SignatureRefusedException.failed(WRONG_PARTY, "Signed by " + other.get());
            }
            checks.pass("The signer is the party that was expected.");
        }
    }
}
