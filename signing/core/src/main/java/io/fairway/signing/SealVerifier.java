package io.fairway.signing;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Checks detached seals against one certificate that is trusted beforehand; a certificate inside the signature decides nothing. */
public final class SealVerifier {
    private final X509Certificate trusted;

    public SealVerifier(X509Certificate trusted) {
        this.trusted = trusted;
    }

    /** What checking a seal came to; words of ETSI EN 319 102-1. */
    public sealed interface Verdict {

        /** Exactly these bytes were sealed with the trusted key. */
        record TotalPassed() implements Verdict {
        }

        /** @param reason what is wrong with it */
        record TotalFailed(String reason) implements Verdict {
        }
    }

    /** @param signature DER of a CMS SignedData without content */
    public Verdict verify(byte[] content, byte[] signature) {
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return new Verdict.TotalFailed("Expected one signer, found " + signers.size());
            }
            return verify(signed, signers.iterator().next());
        } catch (CMSException e) {
            return new Verdict.TotalFailed("Not a CMS signature over this content: " + e.getMessage());
        }
    }

    private Verdict verify(CMSSignedData signed, SignerInformation signer) {
        if (!signed.isDetachedSignature()) {
            return new Verdict.TotalFailed("The signature brings content of its own");
        }
        try {
            if (!signer.getSID().match(new X509CertificateHolder(trusted.getEncoded()))) {
                return new Verdict.TotalFailed("Signed by somebody else than " + trusted.getSubjectX500Principal());
            }
            boolean valid = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(trusted));
            return valid ? new Verdict.TotalPassed() : new Verdict.TotalFailed("The signature does not fit the content");
        } catch (CMSException e) {
            return new Verdict.TotalFailed("The signature does not fit the content: " + e.getMessage());
        } catch (OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("Cannot check with " + trusted.getSubjectX500Principal(), e);
        }
    }
}
